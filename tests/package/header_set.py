# SPDX-License-Identifier: BSL-1.0
"""What holds for all headers together, tried on the files that tools/single_include.py makes of them.

Usage: header_set.py CHECK WORK_DIR COMPILER [OPTION...]     OPTION: what the compiler needs to find Boost and libpq
    compile    no warning, neither with the warnings of stoa itself nor (clang) about global constructors;
               no RTTI is needed
    macros     a program that includes them all has no macro more than STOA_..., and those of other libraries
    link       two translation units with all headers link and run; they need Boost's headers, sqlite3 and pq
"""

import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONSUMER = ROOT / "tests" / "package" / "consumer"
EVERYTHING = "everything.hpp"
sys.path.insert(0, str(ROOT / "tools"))
import single_include


def start(*command, text=""):
    return subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True)


def run(*command, text=""):
    done = start(*command, text=text)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check_compile(compiler, flags, work):
    warnings = (ROOT / "cmake" / "warning_flags.txt").read_text().split()
    if "clang" in pathlib.Path(compiler[0]).name:
        warnings.append("-Wglobal-constructors")
        (work / "global.cpp").write_text("int next();\nint global = next();\n")
        if start(*compiler, *warnings, "-Werror", "-fsyntax-only", work / "global.cpp").returncode == 0:
            sys.exit("this test would not see a global constructor")
    run(*compiler, *flags, "-include", EVERYTHING, "-fno-rtti", *warnings, "-Werror", "-fsyntax-only", CONSUMER / "main.cpp")


def check_macros(compiler, flags, work):
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(work.glob("stoa*.hpp")))
    others = "".join(f"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n"
                     for name in sorted(set(re.findall(r"^#include <([^>]+)>", text, re.MULTILINE))))
    of_others, of_all = (
        set(re.findall(r"^#define (\w+)", run(*compiler, *flags, "-dM", "-E", "-x", "c++", "-", text=source), re.MULTILINE))
        for source in (others, others + f'#include "{EVERYTHING}"\n'))
    if "STOA_STOA_HPP" not in of_all or "SQLITE_OK" not in of_others:
        sys.exit("this test does not see what it compares")
    leaked = sorted(name for name in of_all - of_others if not name.startswith("STOA_"))
    if leaked or of_others - of_all:
        sys.exit(f"macros that do not begin with STOA_: {leaked}; undefined macros of others: {sorted(of_others - of_all)}")


def check_link(compiler, flags, work):
    objects = []
    for source, options in ((CONSUMER / "main.cpp", ("-include", EVERYTHING)),
                            (CONSUMER / "other_unit.cpp", ("-include", EVERYTHING)),
                            (ROOT / "cmake" / "boost_json.cpp", ())):
        objects.append(work / f"{source.stem}.o")
        run(*compiler, *flags, *options, "-fno-rtti", "-c", source, "-o", objects[-1])
    run(*compiler, *objects, "-o", work / "consumer", "-lsqlite3", "-lpq")
    run(work / "consumer")


def main():
    check, work, compiler, *options = sys.argv[1:]
    work = pathlib.Path(work)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    texts = single_include.written(ROOT)
    for name, text in texts.items():
        (work / name).write_text(text, encoding="utf-8")
    (work / EVERYTHING).write_text("".join(f'#include "{name}"\n' for name in texts))
    # As a program's own files, not as a library's: warnings in them count.
    flags = ["-std=c++20", "-O0", "-DCONSUMER_HAS_single_include", "-DCONSUMER_HAS_sqlite", *options, f"-I{work}"]
    {"compile": check_compile, "macros": check_macros, "link": check_link}[check](compiler.split(), flags, work)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: BSL-1.0
"""The README's program and its CMakeLists.txt, alone in an empty folder, with nothing but the installed package.

Usage: readme_test.py CMAKE GENERATOR COMPILER BINARY_DIR WORK_DIR
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"


def first_block(language):
    found = re.search(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if not found:
        sys.exit(f"README.md has no block of {language}.")
    return found[1]


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}")
    return done.stdout


def main():
    cmake, generator, compiler, binary_dir, work_dir = sys.argv[1:]
    work = pathlib.Path(work_dir)
    shutil.rmtree(work, ignore_errors=True)
    project, build, prefix = work / "project", work / "build", work / "prefix"
    project.mkdir(parents=True)
    (project / "main.cpp").write_text(first_block("cpp"), encoding="utf-8")
    (project / "CMakeLists.txt").write_text(first_block("cmake"), encoding="utf-8")
    run(cmake, "--install", binary_dir, "--prefix", prefix)
    run(cmake, "-G", generator, "-S", project, "-B", build, f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_PREFIX_PATH={prefix}")
    run(cmake, "--build", build)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    printed = run(build / "app", env=environment)
    if not printed.startswith(first_block("text")):
        sys.exit(f"The README's program prints\n{printed}")


if __name__ == "__main__":
    main()

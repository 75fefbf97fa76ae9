#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs compile tests: each case must compile without a warning, and with STOA_REJECT be refused for the right reason.

Usage: tests/compile/run_cases.py [--compiler COMPILER] [--common FILE] [-I FOLDER] case.cpp...
       COMPILER may carry options ("clang++-22 -stdlib=libc++"); FILE and FILE.gch are what make_common.cmake made

The first line of a case names the error: // expect: E104
Lines behind it may name what else must be printed, such as the field at fault: // says: "parent"

To compile is mostly to read the headers, so the cases that include the same are put into one unit, each in a
namespace of its own inside app, and with #line, so that the compiler names their files. What a unit can prove counts:

- it compiles without a word, so each of its cases does;
- with STOA_REJECT one error names the file of one case and of no other, and has its id and all that it says.

Whatever a unit cannot prove is compiled alone, and only that decides that a case fails: one whose error was printed for
another case already, as that of a template is for its first use; one that the compiler skipped; one that is not made
of namespace app and specialisations for types of its own.
"""

import argparse
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
INCLUDE = re.compile(r'^#include (["<])(.+)[">]$')
WORD = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|^namespace app\b|\bapp::(\w+)', re.MULTILINE)
OWN = "stoa_case_"
# What a case declares in namespace app.
DECLARED = re.compile(r"^(?:struct|enum class|using|inline const(?:expr)? auto) (\w+)", re.MULTILINE)
# What may begin a line outside of namespace app, and a directive anywhere.
OUTSIDE = re.compile(r"\s|//|#|template <>$|inline const(?:expr)? [\w:]+ stoa::\w+<app::(\w+)> =|static_assert\(|$")
DIRECTIVE = re.compile(r"#ifn?def STOA_REJECT$|#else$|#endif$")
# Lines in front of an error that tell how the compiler came there: g++ prints them, clang prints notes behind it.
CONTEXT = re.compile(r"In file included from |\s+from |\S.*: (In|At) |\S+:\d+:(\d+:)?\s+"
                     r"(recursively )?(required|in .?constexpr.? expansion|\[ skipping)|\S+:\s+\[ skipping")
DIAGNOSTIC = re.compile(r"(?:\S+:\d+:(?:\d+:)?|\S+:) (fatal error|error|warning|note): ")
# How many cases are in a unit; more would make neither compiler faster by much, and what a mistake costs dearer.
LIMIT = 32


class Case:
    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        self.text = self.path.read_text(encoding="utf-8")
        first, *rest = self.text.split("\n")
        match = re.fullmatch(r"// expect: (E\d{3})", first)
        if not match:
            sys.exit(f"{path}: the first line must be: // expect: E followed by three digits")
        self.sentence = f"stoa[{match[1]}]"
        self.declared = set(DECLARED.findall(self.text))
        self.said = [line.removeprefix("// says: ") for line in rest if line.startswith("// says: ")]

    def includes(self):
        """What it includes, its own headers by their full name."""
        for line in self.text.split("\n"):
            if match := INCLUDE.match(line):
                own = self.path.parent / match[2]
                yield f'"{own.resolve()}"' if match[1] == '"' and own.exists() else line.removeprefix("#include ")

    def fits_into_a_unit(self):
        start, *rest = self.text.split("\nnamespace app {\n", 1)
        if any(not INCLUDE.match(line) and not re.match("//|$", line) for line in start.split("\n")):
            return False
        inside = True
        for line in "".join(rest).split("\n"):
            if line.startswith("#") and not DIRECTIVE.match(line):
                return False
            if inside:
                inside = line != "} // namespace app"
            elif line == "namespace app {":
                inside = True
            elif not (match := OUTSIDE.match(line)) or match[1] and match[1] not in self.declared:
                return False
        return not inside

    def in_unit(self, number):
        """Its text, what it declares in app::stoa_case_<number>, without the includes."""
        def word(match):
            own = match[0] == "namespace app" or match[1] in self.declared
            return match[0].replace("app", f"app::{OWN}{number}", 1) if own else match[0]
        lines = ["" if INCLUDE.match(line) else line for line in WORD.sub(word, self.text).split("\n")]
        return f'#line 1 "{self.path}"\n' + "\n".join(lines)


class Compiler:
    def __init__(self, command, common, folders):
        self.command = [*shlex.split(command), "-std=c++20", "-fsyntax-only"]
        self.command += (TOP / "cmake/warning_flags.txt").read_text().split() + ["-Werror"]
        clang = "clang" in command
        if common:
            self.command += ["-include-pch", f"{common}.gch"] if clang else ["-include", common, "-Winvalid-pch"]
        self.command += [f"-I{folder}" for folder in folders]
        self.every_error = ["-ferror-limit=0"] if clang else []

    def run(self, file, *options):
        done = subprocess.run([*self.command, *options, str(file)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
        return done.returncode, done.stdout.decode(errors="replace")


def errors(output):
    """The output cut into errors, each with the lines that tell how the compiler came there."""
    found, context, current = [], [], None
    for line in output.split("\n"):
        if match := DIAGNOSTIC.match(line):
            if match[1] != "note":
                current = []
                found.append(current)
            if current is not None:
                current += context + [line]
            context = []
        elif CONTEXT.match(line):
            context.append(line)
        elif current is not None:
            current.append(line)
    return ["\n".join(lines) for lines in found]


def cases_in(text, cases):
    """Those whose file the compiler names in it."""
    return [case for case in cases if f"{case.path}:" in text]


def run_unit(cases, compiler, folder):
    """Those of the cases whose right use compiles, and those of these whose wrong use is refused as it must be."""
    unit = pathlib.Path(folder) / "unit.cpp"
    includes = dict.fromkeys(include for case in cases for include in case.includes())
    unit.write_text("".join(f"#include {include}\n" for include in includes)
                    + "\n".join(case.in_unit(number) for number, case in enumerate(cases)), encoding="utf-8")
    result, output = compiler.run(unit)
    if result != 0 or output:
        wrong = cases_in(output, cases)
        return run_unit([case for case in cases if case not in wrong], compiler, folder) if wrong else (set(), set())
    _, output = compiler.run(unit, "-DSTOA_REJECT", *compiler.every_error)
    refused = set()
    for error in errors(re.sub(rf"{OWN}\d+::", "", output)):
        of = cases_in(error, cases)
        if len(of) == 1 and all(text in error for text in [of[0].sentence, *of[0].said]):
            refused.add(of[0])
    return set(cases), refused


def run_alone(case, compiler, compiles):
    """What is wrong with it, or None; the right use is compiled unless it is known to do so."""
    if not compiles:
        result, output = compiler.run(case.path)
        if result != 0:
            return f"the right use does not compile ({result}):\n{output}"
    result, output = compiler.run(case.path, "-DSTOA_REJECT")
    if result == 0:
        return f"the wrong use compiles; {case.sentence} was expected."
    if case.sentence not in output:
        return f"the wrong use is refused, but not with {case.sentence}:\n{output}"
    for text in case.said:
        if text not in output:
            return f"the wrong use is refused with {case.sentence}, but without a word of {text}:\n{output}"
    return None


def units(cases, common):
    """Cases that include the same beside what is common to all, so that none has what only another includes."""
    read = set()
    if common:
        names = pathlib.Path(f"{common}.d").read_text().split()
        read = {"/".join(parts[i:]) for parts in (name.split("/") for name in names) for i in range(len(parts))}
    groups = {}
    for case in cases:
        if case.fits_into_a_unit():
            own = frozenset(include for include in case.includes() if include[1:-1] not in read)
            groups.setdefault(own, []).append(case)
    for group in groups.values():
        count = -(-len(group) // LIMIT)
        yield from (group[i::count] for i in range(count))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--compiler", default="g++")
    arguments.add_argument("--common")
    arguments.add_argument("-I", dest="folders", action="append", default=[])
    arguments.add_argument("cases", nargs="+")
    arguments = arguments.parse_args()
    compiler = Compiler(arguments.compiler, arguments.common, arguments.folders or [TOP / "include"])
    cases = [Case(path) for path in arguments.cases]

    compiling, refused = set(), set()
    with tempfile.TemporaryDirectory() as folder:
        for unit in units(cases, arguments.common):
            if len(unit) > 1:
                right, wrong = run_unit(unit, compiler, folder)
                compiling |= right
                refused |= wrong
    alone = [case for case in cases if case not in refused]
    failed = 0
    for case in alone:
        if wrong := run_alone(case, compiler, case in compiling):
            failed += 1
            print(f"{case.path}: {wrong}")
        elif len(cases) > 1:
            print(f"{case.path}: passed alone")
    print(f"{len(cases) - failed} of {len(cases)} passed, {len(alone)} of all were compiled alone")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())

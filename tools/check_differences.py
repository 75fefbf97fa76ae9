#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that every test which docs/differences.md names exists.

Usage: tools/check_differences.py [ROOT]     ROOT: the checkout; default: the one this script is in

A row of a table there is | number | topic | what stoa does | tests |, the numbers 1.1, 1.2 … without gaps in each section. Tests
are code spans: a file under tests/, and the names of tests in it where it has any: `compliance/like_test.cpp: take_one, take_two`.
A row without tests has a – in their place. Prints one line per problem and exits with 1 if there is any.
"""

import pathlib
import re
import sys

PAGE = pathlib.Path("docs", "differences.md")
ROW = re.compile(r"\| (\d+)\.(\d+) \|")
TEST = re.compile(r"^\s*(?:TYPED_)?TEST(?:_P|_F)?\(\s*\w+,\s*(\w+)\s*\)", re.MULTILINE)


def rows(text):
    """The section, number and last two cells of each row, with its line."""
    for line, row in enumerate(text.splitlines(), 1):
        if match := ROW.match(row):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
            yield line, int(match.group(1)), int(match.group(2)), cells


def problems_of_test(root, span):
    """What is wrong with one code span in the column of tests."""
    path, _, names = span.partition(": ")
    file = root / "tests" / path
    if not file.is_file():
        yield f"there is no tests/{path}"
        return
    known = set(TEST.findall(file.read_text(encoding="utf-8"))) if file.suffix == ".cpp" else set()
    if known and not names:
        yield f"tests/{path} has several tests; name those that are meant"
    for name in filter(None, names.split(", ")):
        if name not in known:
            yield f"tests/{path} has no test {name}"


def problems(root):
    root = pathlib.Path(root)
    section, number = 0, 0
    for line, in_section, own, cells in rows((root / PAGE).read_text(encoding="utf-8")):
        where = f"{PAGE.as_posix()}:{line}"
        expected = (section, number + 1) if in_section == section else (section + 1, 1)
        if (in_section, own) != expected:
            yield f"{where}: {in_section}.{own} stands where {expected[0]}.{expected[1]} is expected"
        section, number = in_section, own
        if len(cells) != 4 or not all(cells):
            yield f"{where}: is not | number | topic | what stoa does | tests |"
            continue
        spans = re.findall(r"`([^`]+)`", cells[3])
        if not spans and cells[3] != "–":
            yield f"{where}: names no test; where there is none, put a –"
        for span in spans:
            for problem in problems_of_test(root, span):
                yield f"{where}: {problem}"
    if section == 0:
        yield f"{PAGE.as_posix()}: has no rows"


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = list(problems(root))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

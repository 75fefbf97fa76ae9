#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Keeps the code in README.md and docs/ the same as the code that is compiled and run.

Usage: tools/check_docs.py --check | --update [ROOT]     ROOT: the checkout; default: the one this script is in

A page says where a fenced block comes from, in the line before it:
    <!-- snippet: examples/tour/main.cpp#insert -->
and the source marks the lines with a comment of its language:
    // [insert]
    // [/insert]
Common indentation is removed, and so are the marks of other snippets inside. --check prints what differs and exits with
1 if anything does; --update writes the pages. Blocks of C++ without a source are not allowed.
"""

import argparse
import pathlib
import re
import sys
import textwrap

MARK = re.compile(r"\s*(?://|--|#)\s*\[(/?)([\w.-]+)\]\s*")
BLOCK = re.compile(r"^(?:<!-- snippet: (?P<path>[^#\s]+)#(?P<name>[\w.-]+) -->\n)?"
                   r"(?P<fence>```+)(?P<language>[^\n`]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
LONE_MARKER = re.compile(r"^<!-- snippet: .*$", re.MULTILINE)


class Problem(Exception):
    pass


def snippet(root, path, name):
    source = pathlib.Path(root, path)
    if not source.is_file():
        raise Problem(f"{path} does not exist")
    lines, inside, seen = [], False, False
    for line in source.read_text(encoding="utf-8").splitlines():
        mark = MARK.fullmatch(line)
        if mark and mark.group(2) == name:
            if not mark.group(1) and seen:
                raise Problem(f"{path} has more than one [{name}]")
            inside = not mark.group(1)
            seen = True
        elif inside and not mark:
            lines.append(line)
    if not seen:
        raise Problem(f"{path} has no [{name}]")
    if inside:
        raise Problem(f"{path} has no [/{name}]")
    return textwrap.dedent("\n".join(lines)).strip("\n") + "\n"


def renewed(root, page_name, text):
    """The page with the snippets as they are now, and what is wrong with it as it stands."""
    found, markers = [], 0

    def renew(match):
        nonlocal markers
        where = f"{page_name}:{text.count(chr(10), 0, match.start()) + 1}"
        if match["path"] is None:
            if match["language"].strip() in ("cpp", "c++"):
                found.append(f"{where}: C++ without a source")
            return match[0]
        markers += 1
        try:
            wanted = snippet(root, match["path"], match["name"])
        except Problem as problem:
            found.append(f"{where}: {problem}")
            return match[0]
        if match["text"] != wanted:
            found.append(f"{where}: differs from {match['path']}#{match['name']}")
        start, end = match.span("text")
        return text[match.start():start] + wanted + text[end:match.end()]

    new = BLOCK.sub(renew, text)
    if len(LONE_MARKER.findall(text)) != markers:
        found.append(f"{page_name}: a line <!-- snippet: ... --> is not well formed, or no fenced block follows it")
    return new, found


def pages(root):
    return [page for page in [pathlib.Path(root, "README.md"), *sorted(pathlib.Path(root, "docs").rglob("*.md"))]
            if page.is_file()]


def check(root, update=False):
    """What is wrong; with update, what is wrong and could not be mended."""
    problems = []
    for page in pages(root):
        text = page.read_text(encoding="utf-8")
        name = page.relative_to(root).as_posix()
        new, found = renewed(root, name, text)
        if update:
            if new != text:
                page.write_text(new, encoding="utf-8")
                print(f"{name}: updated")
            found = renewed(root, name, new)[1]
        problems += found
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--update", action="store_true")
    parser.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parent.parent)
    arguments = parser.parse_args()
    problems = check(arguments.root, arguments.update)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes single_include/: stoa as a handful of files, to be copied next to a program.

Usage: tools/single_include.py --check | --update [ROOT]     ROOT: the checkout; default: the one this script is in

Each header that users include on their own becomes one file with all that stands behind it:
    stoa_<database>.hpp    the umbrella stoa/<database>.hpp
    stoa.hpp               the umbrella stoa/stoa.hpp
    stoa_<name>.hpp        a header <layer>/<name>.hpp with a comment line "// Opt-in: ...", or all of an opt-in layer
A header is in one file only; the others include that file. Headers keep their order, guards and comments, so a program may
also mix these files with those of include/. Includes of other libraries come first, each once; those that depend on an
#if stay where they are. The same headers give the same bytes.

--check prints which files are not what --update writes, and exits with 1 if any is.
"""

import argparse
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from check_layers import OPT_IN_FOLDERS, UMBRELLAS, Header

SPDX = "// SPDX-License-Identifier: BSL-1.0"
FOLDER = "single_include"
INCLUDE = re.compile(r'\s*#\s*include\s+(?:"stoa/(?P<own>[^"]+)"|<(?P<other>[^>]+)>)')
CONDITION = re.compile(r"\s*#\s*(if|ifdef|ifndef|endif)\b")


class Problem(Exception):
    pass


class Part:
    """A header without the lines that the whole file says once."""

    def __init__(self, header):
        self.others = []
        lines, depth = [], 0
        for line in header.text.splitlines():
            directive, include = CONDITION.match(line), INCLUDE.match(line)
            if directive:
                depth += -1 if directive[1] == "endif" else 1
            if include and include["own"] and depth > 1:
                raise Problem(f"{header.name} includes stoa/{include['own']} under a condition")
            if line == SPDX and not lines:
                continue
            if include and depth == 1:
                if include["other"]:
                    self.others.append(include["other"])
                lines.append(None)
            else:
                lines.append(line)
        self.text = "\n".join(self.without_gaps(lines)) + "\n"

    @staticmethod
    def without_gaps(lines):
        """The lines, with one empty line where includes were taken out."""
        kept, gap = [], False
        for line in lines:
            if line is None:
                gap = True
            elif not (gap and line == "" and kept[-1] == ""):
                kept.append(line)
                gap = gap and line == ""
        return kept


def files_of(headers):
    """The names of the files, lowest first, and the headers that each is for."""
    files = {"stoa.hpp": ["stoa.hpp"]}
    for umbrella in sorted(UMBRELLAS - {"stoa.hpp"}):
        files[f"stoa_{umbrella}"] = [umbrella]
    for header in headers.values():
        if header.is_opt_in and header.folder not in OPT_IN_FOLDERS:
            files.setdefault("stoa_" + header.name.rpartition("/")[2], []).append(header.name)
    for folder in sorted(OPT_IN_FOLDERS):
        files[f"stoa_{folder}.hpp"] = [name for name, header in headers.items() if header.folder == folder]
    return {name: roots for name, roots in files.items() if any(root in headers for root in roots)}


def in_order(name, headers, wanted, seen):
    """The headers behind one, each after what it includes, as far as they are wanted."""
    if name in seen or not wanted(name):
        return
    seen.add(name)
    if name not in headers:
        raise Problem(f"stoa/{name} is included but does not exist")
    for included in headers[name].includes:
        yield from in_order(included, headers, wanted, seen)
    yield name


def written(root):
    """The text of every file of single_include/, by name."""
    root = pathlib.Path(root)
    folder = root / "include" / "stoa"
    headers = {header.name: header for header in (Header(folder, path) for path in sorted(folder.rglob("*.hpp")))}
    parts = {name: Part(header) for name, header in headers.items()}
    licence = "".join(f"// {line}".rstrip() + "\n"
                      for line in (root / "LICENSE").read_text(encoding="utf-8").strip().splitlines())
    files = files_of(headers)
    owner = {name: file for file, roots in files.items() for name in roots}
    texts = {}
    for file, roots in files.items():
        seen = set()
        names = [name for header in roots
                 for name in in_order(header, headers, lambda name: owner.get(name, file) == file, seen)]
        owner.update((name, file) for name in names)
        below = {owner[included] for name in names for included in headers[name].includes} - {file}
        late = sorted(below - texts.keys())
        if late:
            raise Problem(f"{file} would need {late[0]}, which needs what comes later")
        # Other libraries before the standard library, whose headers have no suffix.
        others = sorted({other for name in names for other in parts[name].others}, key=lambda other: ("." not in other, other))
        guard = "STOA_SINGLE_INCLUDE_" + re.sub(r"\W", "_", file).upper()
        text = [f"{SPDX}\n#ifndef {guard}\n#define {guard}\n\n"
                f"// Written by tools/single_include.py; do not edit. All of this file is in stoa's include/ too, header by header.\n"
                f"//\n{licence}\n",
                "".join(f'#include "{other}"\n' for other in texts if other in below) + "\n" if below else "",
                "".join(f"#include <{other}>\n" for other in others)]
        text += [f"\n// ==== stoa/{name}\n\n{parts[name].text}" for name in names]
        texts[file] = "".join(text) + "\n#endif\n"
    return texts


def problems(root, texts):
    """What of single_include/ is not as --update writes it, as sentences."""
    folder = pathlib.Path(root) / FOLDER
    present = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for name, text in texts.items():
        if name not in present:
            yield f"{FOLDER}/{name} is missing"
        elif (folder / name).read_bytes() != text.encode("utf-8"):
            yield f"{FOLDER}/{name} is not what the headers say now"
    for name in sorted(present - texts.keys()):
        yield f"{FOLDER}/{name} is written by nobody"


def update(root, texts):
    folder = pathlib.Path(root) / FOLDER
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(usage="tools/single_include.py --check | --update [ROOT]")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--update", action="store_true")
    parser.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parent.parent)
    arguments = parser.parse_args()
    try:
        texts = written(arguments.root)
    except Problem as problem:
        print(f"tools/single_include.py: {problem}")
        return 1
    if arguments.update:
        update(arguments.root, texts)
        return 0
    found = list(problems(arguments.root, texts))
    for problem in found:
        print(problem)
    if found:
        print("To mend it: tools/single_include.py --update")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

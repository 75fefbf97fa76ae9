#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the house rules of include/stoa that no compiler checks.

Usage: tools/check_layers.py [ROOT]     ROOT: the checkout; default: the one this script is in

Prints one line per broken rule and exits with 1 if there is any:
  - a header includes only its own layer and lower ones; siblings of the top layer, and drivers, ignore one another
  - detail/ is included only from its own layer
  - databases are named only in dialect/, driver/<db>/, inspect/<db>/, migrate/<db>/, testing/ and their umbrella (comments are free,
    and so is the bare prefix sqlite_, which no name may have)
  - <layer>/all.hpp alone includes the parts of every database
  - stoa.hpp includes every header but drivers, detail/, inspect/, testing/, tool/ and those with a comment line "// Opt-in: ...",
    and reaches none of these; sqlite.hpp and postgres.hpp include every header of their driver; umbrellas only include
  - SPDX line first, then a guard made from the path; at most 400 lines
  - compilers are told apart only in core/config.hpp; elsewhere #if asks for features, and #define makes only the guard
    or STOA_HAS_<feature>
  - every translation unit gets the same entities: no unnamed namespace, nothing static outside of classes and functions, and
    constants there are inline
  - a virtual member that is defined outside of its class is declared inline
"""

import pathlib
import re
import sys

LAYERS = {"core": 0, "reflection": 1, "types": 2, "expression": 3, "schema": 4, "dialect": 5, "ddl": 6, "query": 7,
          "driver": 8, "session": 9, "inspect": 10, "migrate": 10, "repository": 10, "testing": 10, "tool": 10}
DATABASES = ("sqlite", "postgres")
UMBRELLAS = {"stoa.hpp"} | {f"{database}.hpp" for database in DATABASES}
OPT_IN_FOLDERS = {"inspect", "testing", "tool"}
MAX_LINES = 400
COMPILER_FILE = "core/config.hpp"
FEATURE_TEST = re.compile(r"defined|__has_include|__cpp_\w+|BOOST_\w+|SQLITE_\w+|LIBPQ_\w+|PG_\w+|STOA_(?!COMPILER)\w+")
RESERVED_PREFIX = re.compile(r"\bsqlite_(?!\w)")
# At the beginning of a line, where the formatter puts what stands in a namespace.
OUTLYING_OVERRIDE = re.compile(r"^(?![ \t]*inline\b)[ \t]+[^;{}\n]*\boverride;$", re.MULTILINE)
INTERNAL_LINKAGE = re.compile(r"^(?:namespace[ \t]*\{|static\b|"
                              r"(?:const|constexpr|constinit)\b(?!.*\boperator\b)[^(;{=\n]*[;{=])", re.MULTILINE)
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|("(?:\\.|[^"\\\n])*")', re.DOTALL)


def without_comments(text):
    """The code with its line breaks; string literals stay."""
    return COMMENT_OR_TEXT.sub(lambda match: match.group(1) or "\n" * match.group(0).count("\n"), text)


class Header:
    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.code = without_comments(self.text)
        self.folder = self.name.partition("/")[0]
        self.is_umbrella = self.name in UMBRELLAS
        self.is_list = self.name.endswith("/all.hpp")
        self.is_detail = "/detail/" in self.name
        self.database = next((db for db in DATABASES if re.match(rf"(driver|inspect|migrate)/{db}/|{db}\.hpp$", self.name)), None)
        self.is_opt_in = self.folder in OPT_IN_FOLDERS or re.search(r"^// Opt-in: ", self.text, re.MULTILINE) is not None
        self.includes = re.findall(r'^\s*#\s*include\s+["<]stoa/([^">]+)[">]', self.code, re.MULTILINE)


def check_includes(header, headers):
    for name in header.includes:
        other = headers.get(name)
        if other is None:
            yield f"includes stoa/{name}, which does not exist"
        elif other.is_umbrella:
            if name != "stoa.hpp" or not header.is_umbrella:
                yield f"includes the umbrella stoa/{name}"
        elif header.is_umbrella:
            continue
        elif other.is_detail and other.folder != header.folder:
            yield f"includes stoa/{name}, a detail of another layer"
        elif LAYERS[other.folder] > LAYERS[header.folder]:
            yield f"layer {LAYERS[header.folder]} includes stoa/{name} of layer {LAYERS[other.folder]}"
        elif LAYERS[other.folder] == LAYERS[header.folder] and other.folder != header.folder:
            yield f"includes stoa/{name}, a sibling that must not be known here"
        elif other.database not in (None, header.database) and header.folder != "testing" and not header.is_list:
            yield f"includes stoa/{name}, which belongs to one database"


def check_database_words(header):
    if header.database or header.is_umbrella or header.is_list or header.folder in ("dialect", "testing"):
        return
    for number, line in enumerate(header.code.splitlines(), 1):
        match = re.search("|".join(DATABASES), RESERVED_PREFIX.sub("", line), re.IGNORECASE)
        if match:
            yield f"line {number} names a database ({match.group(0)})"


def check_shape(header):
    lines = header.text.splitlines()
    guard = "STOA_" + re.sub(r"\W", "_", header.name).upper()
    if lines[:3] != ["// SPDX-License-Identifier: BSL-1.0", f"#ifndef {guard}", f"#define {guard}"]:
        yield f"does not begin with the SPDX line and the guard {guard}"
    if len(lines) > MAX_LINES:
        yield f"has {len(lines)} lines; {MAX_LINES} are the most"
    if header.is_umbrella:
        rest = [line for line in header.code.splitlines() if line.strip() and not line.startswith("#")]
        if rest:
            yield f"is an umbrella but does more than include: {rest[0]}"
    if header.name == COMPILER_FILE:
        return
    code = header.code.replace("\\\n", " ")
    for directive, rest in re.findall(r"^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|define)\b(.*)$", code, re.MULTILINE):
        if directive == "define":
            macro = re.match(r"\s*(\w+)", rest).group(1)
            if macro != guard and not macro.startswith("STOA_HAS_"):
                yield f"defines the macro {macro}"
            continue
        question = re.sub(r'<[\w/.]+>|"[^"]*"', "", rest)
        for word in re.findall(r"\b[A-Za-z_]\w*", question):
            if not FEATURE_TEST.fullmatch(word):
                yield f"#{directive} asks for {word}; only {COMPILER_FILE} tells compilers apart"


def check_linkage(header):
    for match in INTERNAL_LINKAGE.finditer(header.code):
        line = header.code.count("\n", 0, match.start()) + 1
        yield f"line {line} makes an entity of its own for every translation unit: {match.group(0).strip()}"


def check_virtual_members(header):
    for match in OUTLYING_OVERRIDE.finditer(header.code):
        line = header.code.count("\n", 0, match.start()) + 1
        yield (f"line {line} declares a virtual member that is defined elsewhere without the word inline: its class is "
               "then compiled into every object file that includes it")


def reachable(name, headers):
    seen, todo = set(), [name]
    while todo:
        for included in headers[todo.pop()].includes:
            if included in headers and included not in seen:
                seen.add(included)
                todo.append(included)
    return seen


def check_umbrellas(headers):
    for umbrella in sorted(UMBRELLAS & headers.keys()):
        database = headers[umbrella].database
        for header in headers.values():
            if header.is_umbrella or header.is_detail or header.is_opt_in or header.database != database:
                continue
            if header.name not in headers[umbrella].includes:
                yield f"{umbrella}: does not include stoa/{header.name}"
    if "stoa.hpp" in headers:
        for name in sorted(reachable("stoa.hpp", headers)):
            if headers[name].database or headers[name].is_opt_in:
                yield f"stoa.hpp: reaches stoa/{name}, which users include only where they want it"


def problems(root):
    """All broken rules under root/include/stoa, as sentences."""
    folder = pathlib.Path(root) / "include" / "stoa"
    headers = {header.name: header for header in (Header(folder, path) for path in sorted(folder.rglob("*.hpp")))}
    for header in list(headers.values()):
        if not header.is_umbrella and ("/" not in header.name or header.folder not in LAYERS):
            yield f"{header.name}: is in no layer"
            del headers[header.name]
    for header in headers.values():
        for check in (check_includes(header, headers), check_database_words(header), check_shape(header),
                      check_linkage(header), check_virtual_members(header)):
            yield from (f"{header.name}: {problem}" for problem in check)
    yield from check_umbrellas(headers)


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = list(problems(root))
    for problem in found:
        print(f"include/stoa/{problem}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

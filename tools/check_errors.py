#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that every compile-time error has an explanation and a test, and that neither outlives it.

Usage: tools/check_errors.py [ROOT]     ROOT: the checkout; default: the one this script is in

An error is a text stoa[E104] in include/. It needs a section "## E104" in docs/errors.md and a file in
tests/compile/*/ whose first line is "// expect: E104". A section with a line that begins "Not tested: " and gives the
reason needs no file. Prints one line per problem and exits with 1 if there is any.
"""

import pathlib
import re
import sys


def ids_in_headers(root):
    return {id for path in root.glob("include/**/*.hpp")
            for id in re.findall(r"stoa\[(E\d{3})\]", path.read_text(encoding="utf-8"))}


def sections(root):
    """Each section's id and whether it says why it has no test."""
    page = root / "docs" / "errors.md"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    parts = re.split(r"^## (E\d{3})\b.*$", text, flags=re.MULTILINE)
    return [(id, re.search(r"^Not tested: \S", body, re.MULTILINE) is not None)
            for id, body in zip(parts[1::2], parts[2::2])]


def tested_ids(root):
    """Each compile test with the id it expects, None if it names none."""
    for path in sorted(root.glob("tests/compile/*/*.cpp")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        match = re.fullmatch(r"// expect: (E\d{3})", first)
        yield path.relative_to(root).as_posix(), match and match.group(1)


def problems(root):
    root = pathlib.Path(root)
    known = ids_in_headers(root)
    explained = sections(root)
    tests = list(tested_ids(root))
    tested = {id for _, id in tests}
    untestable = {id for id, is_untestable in explained if is_untestable}
    for id in sorted(known - {id for id, _ in explained}):
        yield f"docs/errors.md: has no section ## {id}"
    for id in sorted(known - tested - untestable):
        yield f"tests/compile: no file begins with // expect: {id}"
    for number, (id, _) in enumerate(explained):
        if id not in known:
            yield f"docs/errors.md: explains {id}, which no header prints"
        if id in (earlier for earlier, _ in explained[:number]):
            yield f"docs/errors.md: has two sections ## {id}"
    for id in sorted(untestable & tested):
        yield f"docs/errors.md: says that {id} is not tested, but it is"
    for path, id in tests:
        if id is None:
            yield f"{path}: the first line is not // expect: E followed by three digits"
        elif id not in known:
            yield f"{path}: expects {id}, which no header prints"


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = list(problems(root))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

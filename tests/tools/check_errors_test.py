# SPDX-License-Identifier: BSL-1.0
"""tools/check_errors.py finds every gap between headers, explanations and compile tests."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_errors

GOOD = {
    "include/stoa/types/columns.hpp": '"stoa[E101]: ..." "stoa[E001]: ..." // stoa[E...]',
    "docs/errors.md": "# Errors\n\n## E001: compiler\n\nNot tested: needs another compiler.\n\n## E101\n\nText.\n",
    "tests/compile/types/unmapped.cpp": "// expect: E101\n",
}


class CheckErrors(unittest.TestCase):
    def found(self, changes=None):
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**GOOD, **(changes or {})}.items():
                file = pathlib.Path(root, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return list(check_errors.problems(root))

    def test_a_complete_tree_has_no_problems(self):
        self.assertEqual(self.found(), [])

    def test_an_error_without_section_and_test(self):
        self.assertEqual(self.found({"include/stoa/x.hpp": '"stoa[E102]: ..."'}),
                         ["docs/errors.md: has no section ## E102",
                          "tests/compile: no file begins with // expect: E102"])

    def test_a_section_and_a_test_without_error(self):
        self.assertEqual(self.found({"include/stoa/types/columns.hpp": '"stoa[E001]: ..."'}),
                         ["docs/errors.md: explains E101, which no header prints",
                          "tests/compile/types/unmapped.cpp: expects E101, which no header prints"])

    def test_a_section_twice(self):
        self.assertEqual(self.found({"docs/errors.md": GOOD["docs/errors.md"] + "## E101\n"}),
                         ["docs/errors.md: has two sections ## E101"])

    def test_a_tested_error_that_claims_not_to_be(self):
        self.assertEqual(self.found({"docs/errors.md": GOOD["docs/errors.md"] + "Not tested: too hard.\n"}),
                         ["docs/errors.md: says that E101 is not tested, but it is"])

    def test_a_compile_test_without_id(self):
        self.assertEqual(self.found({"tests/compile/types/other.cpp": "int x;\n"}),
                         ["tests/compile/types/other.cpp: the first line is not // expect: E followed by three digits"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: BSL-1.0
"""tools/check_differences.py finds tests that the page of differences names and that are not there."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_differences

PAGE = """# Differences

| | topic | what stoa does | tests |
|---|---|---|---|
| 1.1 | sums | `a \\| b` | `compliance/sum_test.cpp: are_wide, are_exact`; `compile/query/wrong.cpp` |
| 1.2 | full text | not there yet | – |

| | topic | what stoa does | tests |
|---|---|---|---|
| 2.1 | scripts | the same | `golden/a.sql` |
"""

GOOD = {
    "docs/differences.md": PAGE,
    "tests/compliance/sum_test.cpp": "TEST_P(sums, are_wide) {\n}\nTEST(sums, are_exact) {}\n",
    "tests/compile/query/wrong.cpp": "// expect: E201\n",
    "tests/golden/a.sql": "SELECT 1;\n",
}


class CheckDifferences(unittest.TestCase):
    def found(self, before="", behind="", changes=None):
        tree = {**GOOD, **(changes or {}), "docs/differences.md": PAGE.replace(before, behind) if before else PAGE}
        with tempfile.TemporaryDirectory() as root:
            for path, text in tree.items():
                file = pathlib.Path(root, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return list(check_differences.problems(root))

    def test_a_page_whose_tests_exist_has_no_problems(self):
        self.assertEqual(self.found(), [])

    def test_a_test_that_was_renamed(self):
        self.assertEqual(self.found(changes={"tests/compliance/sum_test.cpp": "TEST_P(sums, are_exact) {}"}),
                         ["docs/differences.md:5: tests/compliance/sum_test.cpp has no test are_wide"])

    def test_a_name_that_is_only_part_of_another(self):
        self.assertEqual(self.found("are_exact", "are"),
                         ["docs/differences.md:5: tests/compliance/sum_test.cpp has no test are"])

    def test_a_file_that_is_gone(self):
        self.assertEqual(self.found("query/wrong", "query/right"),
                         ["docs/differences.md:5: there is no tests/compile/query/right.cpp"])

    def test_a_file_of_which_no_test_is_named(self):
        self.assertEqual(self.found(": are_wide, are_exact", ""),
                         ["docs/differences.md:5: tests/compliance/sum_test.cpp has several tests; "
                          "name those that are meant"])

    def test_a_row_without_tests_that_does_not_say_so(self):
        self.assertEqual(self.found("| – |", "| later |"),
                         ["docs/differences.md:6: names no test; where there is none, put a –"])

    def test_a_row_without_a_cell(self):
        self.assertEqual(self.found("| not there yet | – |", "| – |"),
                         ["docs/differences.md:6: is not | number | topic | what stoa does | tests |"])

    def test_a_number_that_is_left_out(self):
        self.assertEqual(self.found("| 1.2 |", "| 1.3 |"), ["docs/differences.md:6: 1.3 stands where 1.2 is expected"])

    def test_a_section_that_is_left_out(self):
        self.assertEqual(self.found("| 2.1 |", "| 3.1 |"), ["docs/differences.md:10: 3.1 stands where 2.1 is expected"])

    def test_a_page_without_rows(self):
        self.assertEqual(self.found(PAGE, "# Differences\n"), ["docs/differences.md: has no rows"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: BSL-1.0
"""tools/check_docs.py finds code on pages that is not the code that is compiled, and mends it."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_docs

SOURCE = """int main() {
    // [all]
    if (true) {
        // [part]
        insert();
        // [/part]
    }
    // [/all]
}
"""
PAGE = """# Title

<!-- snippet: main.cpp#all -->
```cpp
if (true) {
    insert();
}
```

<!-- snippet: main.cpp#part -->
```cpp
insert();
```

```sh
tools/demo
```
"""


class CheckDocs(unittest.TestCase):
    def run_check(self, page=PAGE, source=SOURCE, update=False):
        """What is found, and the page afterwards."""
        with tempfile.TemporaryDirectory() as root:
            pathlib.Path(root, "main.cpp").write_text(source, encoding="utf-8")
            readme = pathlib.Path(root, "README.md")
            readme.write_text(page, encoding="utf-8")
            with contextlib.redirect_stdout(io.StringIO()):
                found = check_docs.check(root, update)
            return found, readme.read_text(encoding="utf-8")

    def test_equal_pages_pass_and_stay(self):
        self.assertEqual(self.run_check(), ([], PAGE))
        self.assertEqual(self.run_check(update=True), ([], PAGE))

    def test_a_changed_source_is_found(self):
        changed = SOURCE.replace("insert", "upsert")
        self.assertEqual(self.run_check(source=changed),
                         (["README.md:3: differs from main.cpp#all", "README.md:10: differs from main.cpp#part"], PAGE))

    def test_a_changed_source_is_copied(self):
        changed = SOURCE.replace("insert", "upsert")
        self.assertEqual(self.run_check(source=changed, update=True), ([], PAGE.replace("insert", "upsert")))

    def test_hand_typed_code_is_found(self):
        self.assertEqual(self.run_check("```cpp\nint x;\n```\n")[0], ["README.md:1: C++ without a source"])

    def test_a_missing_mark_is_found(self):
        self.assertEqual(self.run_check(source="int x;\n")[0],
                         ["README.md:3: main.cpp has no [all]", "README.md:10: main.cpp has no [part]"])
        self.assertIn("README.md:3: main.cpp has no [/all]",
                      self.run_check(source=SOURCE.replace("[/all]", ""))[0])

    def test_a_missing_source_is_found(self):
        self.assertIn("README.md:10: other.cpp does not exist",
                      self.run_check(PAGE.replace("main.cpp#part", "other.cpp#part"))[0])

    def test_a_marker_without_block_is_found(self):
        self.assertEqual(len(self.run_check("<!-- snippet: main.cpp#all -->\n\nText.\n")[0]), 1)


if __name__ == "__main__":
    unittest.main()

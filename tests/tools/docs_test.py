# SPDX-License-Identifier: BSL-1.0
"""tools/docs makes a site's pages of the repository's, a reference of comments, and finds links that lead nowhere."""

import pathlib
import re
import tempfile
import unittest

import script

docs = script.load("docs")


class Pages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("README.md", "# Name\n")
        self.write("LICENSE", "")
        self.write("docs/errors.md", "# Errors\n\n## E101: no type\n")
        self.write("docs/guide/tables.md", "# Tables of all kinds\n")
        self.write("docs/decisions/0001-first.md", "# 0001: The first\n")

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def staged(self, path, text):
        return docs.staged(self.root, path, text)

    def test_links_of_the_readme_are_those_of_the_site(self):
        self.assertTrue(self.staged("README.md", "[all](docs/guide/tables.md#x)").endswith("\n[all](guide/tables.md#x)"))

    def test_a_file_name_becomes_the_title_of_the_page(self):
        self.assertEqual(self.staged("docs/guide/a.md", "[tables.md](tables.md)"), "[Tables of all kinds](tables.md)")

    def test_an_error_id_leads_to_its_section(self):
        self.assertEqual(self.staged("docs/guide/a.md", "[E101](../errors.md)"), "[E101](../errors.md#e101)")
        self.assertEqual(self.staged("docs/errors.md", "## E101: no type\n"), "## E101: no type {#e101}\n")

    def test_what_the_site_lacks_is_text(self):
        self.assertEqual(self.staged("docs/guide/a.md", "the [licence](../../LICENSE)"), "the licence")

    def test_code_stays_as_it_is(self):
        code = "```cpp\n[a](nothing)\n```\n"
        self.assertEqual(self.staged("docs/guide/a.md", code), code)

    def test_sql_has_its_database_above_it(self):
        block = "<!-- snippet: examples/guide/a.postgres.sql#x -->\n```sql\nSELECT 1;\n```\n"
        self.assertEqual(self.staged("docs/guide/a.md", block), '```sql title="PostgreSQL"\nSELECT 1;\n```\n')

    def test_a_link_that_leads_nowhere_is_an_error(self):
        with self.assertRaisesRegex(docs.Problem, "docs/guide/a.md: the link to nothing.md leads nowhere"):
            self.staged("docs/guide/a.md", "[x](nothing.md)")

    def test_decisions_are_listed(self):
        docs.list_decisions(self.root / "docs")
        self.assertIn("| [0001](0001-first.md) | The first |", (self.root / "docs/decisions/README.md").read_text())

    def test_pages_without_a_place_come_last_in_their_section(self):
        nav = [{"Guide": [{"Definitions": ["guide/tables.md", "guide/gone.md"]}]}, {"Project": ["errors.md"]}]
        self.write("docs/guide/new.md", "# New\n")
        nav = docs.complete_navigation(nav, self.root / "docs", ["core"])
        self.assertEqual(nav[0], {"Guide": [{"Definitions": ["guide/tables.md"]}, {"More": ["guide/new.md"]}]})
        self.assertEqual(nav[1], {"Project": ["errors.md", {"Decisions": ["decisions/0001-first.md"]}]})


class Picture(unittest.TestCase):
    def test_it_has_the_layers_of_the_page(self):
        folder = script.TOP / "docs"
        page = (folder / "architecture.md").read_text(encoding="utf-8")
        listed = re.findall(r"^ *(\d+)  (\w+/) ", page, re.MULTILINE)
        drawn = re.findall(r">(\d+)</tspan><tspan[^>]*>(\w+/)", (folder / "layers.svg").read_text(encoding="utf-8"))
        self.assertEqual(drawn, listed)


class Reference(unittest.TestCase):
    LINES = ("/// Does a thing. Throws: error where it cannot. Example: act(1);\n///          act(2);\ntemplate <class T>\n"
             "void act(T) {\n    body();\n}\n\n/// A pair.\nstruct pair {\n    int a;\n};\n").splitlines()

    def test_a_function_has_its_comment_and_its_head(self):
        comment, begin = docs.comment_above(self.LINES, 4)
        self.assertEqual(docs.as_page_text(comment), "Does a thing.\n\n**Throws:** error where it cannot.\n\n```cpp\nact(1);\nact(2);\n```")
        self.assertEqual(docs.declaration(self.LINES, begin, 4), "template <class T>\nvoid act(T)")

    def test_a_short_struct_is_shown_whole(self):
        comment, begin = docs.comment_above(self.LINES, 9)
        self.assertEqual(comment, ["A pair."])
        self.assertEqual(docs.declaration(self.LINES, begin, 9), "struct pair {\n    int a;\n};")


class Links(unittest.TestCase):
    def broken(self, **pages):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in pages.items():
                pathlib.Path(folder, name + ".html").write_text(text)
            return docs.broken_links(pathlib.Path(folder))

    def test_links_that_lead_somewhere(self):
        self.assertEqual(self.broken(a='<a href="b.html#here">', b='<p id="here"><a href="https://example.org">'), [])

    def test_links_that_lead_nowhere(self):
        self.assertEqual(self.broken(a='<a href="b.html">'), ["a.html: b.html leads nowhere"])
        self.assertEqual(self.broken(a='<a href="b.html#there">', b="<p>"), ["a.html: b.html#there: that page has no such section"])

    def test_what_would_be_loaded_from_elsewhere(self):
        self.assertEqual(self.broken(a='<script src="https://example.org/x.js">'), ["a.html: loads https://example.org/x.js"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: BSL-1.0
"""tools/check_layers.py finds each broken rule, and nothing in a tree that keeps them all."""

import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_layers


def header(path, body=""):
    guard = "STOA_" + re.sub(r"\W", "_", path).upper()
    return f"// SPDX-License-Identifier: BSL-1.0\n#ifndef {guard}\n#define {guard}\n{body}\n#endif\n"


GOOD = {
    "core/error.hpp": "// Like PostgreSQL's and SQLite's errors.",
    "core/config.hpp": "#if defined(__clang__)\n#define STOA_COMPILER_CLANG 1\n#endif",
    "core/detail/bits.hpp": "",
    "types/guid.hpp": '#include "stoa/core/error.hpp"\n#if __cpp_lib_format >= 202106L\n#endif',
    "types/boost_guid.hpp": '// Opt-in: needs Boost.UUID.\n#include "stoa/types/guid.hpp"',
    "dialect/sqlite.hpp": "struct sqlite {};",
    "driver/sqlite/connection.hpp": '#include "stoa/types/guid.hpp"',
    "inspect/sqlite/catalogue.hpp": "struct sqlite_catalogue {};",
    "inspect/all.hpp": '#include "stoa/inspect/sqlite/catalogue.hpp"',
    "testing/both.hpp": '#include "stoa/driver/sqlite/connection.hpp"',
    "stoa.hpp": "".join(f'#include "stoa/{name}.hpp"\n'
                        for name in ("core/config", "core/error", "dialect/sqlite", "types/guid")),
    "sqlite.hpp": '#include "stoa/stoa.hpp"\n#include "stoa/driver/sqlite/connection.hpp"',
}


class CheckLayers(unittest.TestCase):
    def found(self, changes=None, raw=None):
        with tempfile.TemporaryDirectory() as root:
            texts = {path: header(path, body) for path, body in {**GOOD, **(changes or {})}.items()} | (raw or {})
            for path, text in texts.items():
                file = pathlib.Path(root, "include", "stoa", path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return list(check_layers.problems(root))

    def assert_only(self, problem, changes=None, raw=None):
        found = self.found(changes, raw)
        self.assertEqual(len(found), 1, found)
        self.assertIn(problem, found[0])

    def test_a_tree_that_keeps_the_rules_has_no_problems(self):
        self.assertEqual(self.found(), [])

    def test_an_upward_include(self):
        self.assert_only("core/error.hpp: layer 0 includes stoa/types/guid.hpp of layer 2",
                         {"core/error.hpp": '#include "stoa/types/guid.hpp"'})

    def test_an_include_in_a_comment_counts_for_nothing(self):
        self.assertEqual(self.found({"core/error.hpp": '/*\n#include "stoa/types/guid.hpp"\n*/'}), [])

    def test_a_missing_include(self):
        self.assert_only("which does not exist", {"types/guid.hpp": '#include "stoa/core/none.hpp"'})

    def test_a_detail_of_another_layer(self):
        self.assert_only("a detail of another layer", {"types/guid.hpp": '#include "stoa/core/detail/bits.hpp"'})

    def test_a_layer_that_includes_an_umbrella(self):
        self.assert_only("includes the umbrella", {"testing/both.hpp": '#include "stoa/stoa.hpp"'})

    def test_only_the_list_of_a_layer_includes_the_parts_of_all_databases(self):
        self.assertTrue(any("belongs to one database" in problem for problem in self.found(
            {"inspect/verify.hpp": '#include "stoa/inspect/sqlite/catalogue.hpp"'})))

    def test_siblings_that_know_one_another(self):
        self.assert_only("a sibling", {"tool/print.hpp": '#include "stoa/testing/both.hpp"'})

    def test_a_general_header_that_includes_a_driver(self):
        self.assertTrue(any("belongs to one database" in problem for problem in self.found(
            {"tool/print.hpp": '#include "stoa/driver/sqlite/connection.hpp"'})))

    def test_a_database_named_in_code(self):
        self.assert_only("line 4 names a database", {"types/guid.hpp": 'inline constexpr auto x = "PostgreSQL"; // fine'})

    def test_a_header_in_no_layer(self):
        self.assert_only("helpers/x.hpp: is in no layer", {"helpers/x.hpp": ""})

    def test_a_header_missing_in_the_umbrella(self):
        self.assert_only("stoa.hpp: does not include stoa/types/date.hpp", {"types/date.hpp": ""})

    def test_a_driver_header_missing_in_its_umbrella(self):
        self.assert_only("sqlite.hpp: does not include stoa/driver/sqlite/url.hpp", {"driver/sqlite/url.hpp": ""})

    def test_an_opt_in_header_reached_by_everybody(self):
        self.assert_only("stoa.hpp: reaches stoa/types/boost_guid.hpp",
                         {"types/boost_guid.hpp": "// Opt-in: needs Boost.UUID.",
                          "types/guid.hpp": '#include "stoa/types/boost_guid.hpp"'})

    def test_an_umbrella_that_declares_something(self):
        self.assert_only("does more than include", {"stoa.hpp": GOOD["stoa.hpp"] + "namespace stoa {}"})

    def test_a_missing_spdx_line(self):
        text = header("types/guid.hpp").partition("\n")[2]
        self.assert_only("SPDX", raw={"types/guid.hpp": text})

    def test_a_guard_that_is_not_the_path(self):
        self.assertTrue(any("guard STOA_TYPES_GUID_HPP" in problem
                            for problem in self.found(raw={"types/guid.hpp": header("types/date.hpp")})))

    def test_a_compiler_told_apart_outside_of_config(self):
        for question in ("#ifdef __GNUC__", "#if defined(_MSC_VER)", "#ifdef STOA_COMPILER_CLANG"):
            self.assert_only("tells compilers apart", {"types/guid.hpp": question + "\n#endif"})

    def test_a_macro(self):
        self.assert_only("defines the macro STOA_FIELDS", {"types/guid.hpp": "#define STOA_FIELDS(x) x"})

    def test_an_entity_of_its_own_for_every_translation_unit(self):
        for code in ("namespace {", "static int count();", "constexpr int answer = 42;", "const std::string name{};"):
            self.assert_only("line 4 makes an entity of its own", {"types/guid.hpp": code})

    def test_what_is_the_same_in_every_translation_unit(self):
        for code in ("inline constexpr int answer = 42;", "constexpr int twice(int n = 1);", "struct x {\n    static int count();\n};",
                     "constexpr bool operator==(x, x);", "template <class T>\nstruct y {\n    static constexpr int z = 1;\n};"):
            self.assertEqual(self.found({"types/guid.hpp": code}), [], code)

    def test_a_long_header(self):
        self.assert_only("400 are the most", {"types/guid.hpp": "\n" * 400})


if __name__ == "__main__":
    unittest.main()

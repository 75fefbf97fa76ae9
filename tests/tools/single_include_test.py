# SPDX-License-Identifier: BSL-1.0
"""tools/single_include.py puts every header into one file, in order, and the files that are committed are what it writes."""

import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import single_include

from check_layers_test import header

TREE = {
    "core/error.hpp": "\n// Errors.\n\n#include <string>\n\nstruct error {};\n",
    "types/guid.hpp": '\n#include "stoa/core/error.hpp"\n\n#include <boost/uuid/uuid.hpp>\n#include <string>\n\n'
                      "#if __has_include(<unistd.h>)\n#include <unistd.h>\n#endif\n\n\nstruct guid {};\n",
    "types/detail/form.hpp": "struct form {};\n",
    "types/json.hpp": '// Opt-in: slow.\n#include "stoa/types/detail/form.hpp"\n#include "stoa/types/guid.hpp"\n',
    "driver/sqlite/connection.hpp": '#include "stoa/types/guid.hpp"\n#include <sqlite3.h>\n',
    "testing/a.hpp": '#include "stoa/testing/b.hpp"\n#include "stoa/types/json.hpp"\n',
    "testing/b.hpp": '#include "stoa/driver/sqlite/connection.hpp"\n',
    "stoa.hpp": '#include "stoa/core/error.hpp"\n\n#include "stoa/types/guid.hpp"\n',
    "sqlite.hpp": '#include "stoa/stoa.hpp"\n#include "stoa/driver/sqlite/connection.hpp"\n',
}


class SingleInclude(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "LICENSE").write_text("A licence\n\nof two lines\n", encoding="utf-8")
        for path, body in TREE.items():
            self.write(path, body)

    def write(self, path, body):
        file = self.root / "include" / "stoa" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(header(path, body), encoding="utf-8")

    def written(self):
        return single_include.written(self.root)

    def places(self, text, *words):
        return [text.index(word) for word in words]

    def test_each_thing_that_users_include_becomes_a_file(self):
        self.assertEqual(list(self.written()), ["stoa.hpp", "stoa_sqlite.hpp", "stoa_json.hpp", "stoa_testing.hpp"])

    def test_a_header_is_in_one_file_and_the_others_include_that(self):
        texts = self.written()
        for path in TREE:
            guard = header(path).splitlines()[1]
            self.assertEqual(sum(text.count(guard + "\n") for text in texts.values()), 1, path)
        self.assertIn("// ==== stoa/types/detail/form.hpp", texts["stoa_json.hpp"])
        self.assertIn('\n#include "stoa.hpp"\n#include <sqlite3.h>\n', texts["stoa_sqlite.hpp"].replace("\n\n", "\n"))
        self.assertIn('#include "stoa_sqlite.hpp"\n#include "stoa_json.hpp"\n', texts["stoa_testing.hpp"])

    def test_headers_stand_after_what_they_include(self):
        text = self.written()["stoa_testing.hpp"]
        places = self.places(text, "==== stoa/testing/b.hpp", "==== stoa/testing/a.hpp")
        self.assertEqual(places, sorted(places))

    def test_no_include_of_stoa_is_left(self):
        for text in self.written().values():
            self.assertNotIn('#include "stoa/', text)

    def test_other_libraries_are_included_once_and_before_the_standard_library(self):
        text = self.written()["stoa.hpp"]
        self.assertEqual(text.count("#include <string>"), 1)
        places = self.places(text, "#include <boost/uuid/uuid.hpp>", "#include <string>", "// ==== stoa/core/error.hpp")
        self.assertEqual(places, sorted(places))

    def test_an_include_under_a_condition_stays_there(self):
        self.assertIn("#if __has_include(<unistd.h>)\n#include <unistd.h>\n#endif\n", self.written()["stoa.hpp"])

    def test_the_licence_is_said_once(self):
        for text in self.written().values():
            self.assertEqual(text.count("SPDX-License-Identifier"), 1)
            self.assertEqual(text.count("// A licence\n//\n// of two lines\n"), 1)

    def test_empty_lines_are_left_where_they_say_something(self):
        text = self.written()["stoa.hpp"]
        self.assertIn("// Errors.\n\nstruct error {};\n", text)
        self.assertIn("#endif\n\n\nstruct guid {};\n", text)

    def test_an_include_of_stoa_under_a_condition_is_refused(self):
        self.write("core/error.hpp", '#if 1\n#include "stoa/types/guid.hpp"\n#endif\n')
        with self.assertRaisesRegex(single_include.Problem, "core/error.hpp includes stoa/types/guid.hpp under a condition"):
            self.written()

    def test_a_file_that_would_need_a_later_one_is_refused(self):
        self.write("driver/sqlite/connection.hpp", '#include "stoa/testing/a.hpp"\n')
        with self.assertRaisesRegex(single_include.Problem, "stoa_sqlite.hpp would need stoa_testing.hpp"):
            self.written()

    def test_what_is_written_is_what_is_checked(self):
        single_include.update(self.root, self.written())
        self.assertEqual(list(single_include.problems(self.root, self.written())), [])

    def test_a_file_that_is_old_missing_or_too_many_is_reported(self):
        single_include.update(self.root, self.written())
        folder = self.root / "single_include"
        (folder / "stoa.hpp").unlink()
        (folder / "stoa_old.hpp").write_text("")
        self.write("types/json.hpp", "// Opt-in: changed.\n")
        self.assertEqual(list(single_include.problems(self.root, self.written())), [
            "single_include/stoa.hpp is missing",
            "single_include/stoa_json.hpp is not what the headers say now",
            "single_include/stoa_old.hpp is written by nobody"])

    def test_the_committed_files_are_what_the_headers_say(self):
        self.assertEqual(list(single_include.problems(ROOT, single_include.written(ROOT))), [],
                         "To mend it: tools/single_include.py --update")


if __name__ == "__main__":
    unittest.main()

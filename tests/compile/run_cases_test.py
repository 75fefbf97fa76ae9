# SPDX-License-Identifier: BSL-1.0
"""run_cases.py reports each case that is not as it must be, and only these, however many it compiles at a time.

Usage: run_cases_test.py COMPILER
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

RULES = """
namespace stoa {
template <class Record> inline constexpr int table = 0;
template <class T> struct require_large {
    static_assert(sizeof(T) > 1, "stoa[E901]: the type is too small.");
    static constexpr int value = 1;
};
template <class T> constexpr int large = require_large<T>::value;
template <int Id> constexpr bool unsatisfied() { return false; }
template <class T> concept with_id = requires(T t) { t.id; } || unsatisfied<902>(/* stoa[E902] */);
constexpr bool find(const with_id auto&) { return true; }
constexpr int positive(int value) {
    return value > 0 ? value : throw "stoa[E903]: the number is not positive.";
}
}
namespace app {
using stoa::large, stoa::find, stoa::positive;
struct shared { char id; };
struct none {};
}
"""

RIGHT = "inline constexpr int right = large<long>;"
ASSERTION = "struct item { char c; };\n" + RIGHT, "inline constexpr int wrong = large<item>;"
CONCEPT = "struct row {};\ninline const bool right = find(shared());", "inline const bool wrong = find(row());"
CONSTANT = "inline constexpr int right = positive(1);", "inline constexpr int wrong = positive(-1);"
FIRST_USE = RIGHT, "inline constexpr int wrong = large<char>;"


def case(id, uses, *says, begin="", end=""):
    right, wrong = uses
    return "\n".join([f"// expect: E{id}", *(f"// says: {text}" for text in says), '#include "../rules.hpp"', begin,
                      "namespace app {", right, "#ifdef STOA_REJECT", wrong, "#endif", "} // namespace app", end])


GOOD = {
    "assertion": case(901, ASSERTION, "app::item"),
    "concept": case(902, CONCEPT, "app::row"),
    "constant": case(903, CONSTANT, "not positive"),
    "assertion_again": case(901, ASSERTION, "app::item"),
    "specialisation": case(901, ASSERTION, end="template <>\ninline constexpr int stoa::table<app::item> = 1;\n"
                                               "static_assert(stoa::table<app::item> == 1);"),
}


class RunCases(unittest.TestCase):
    def run_cases(self, changes=None):
        """What it prints of the changed ones, and its last line."""
        cases = {**GOOD, **(changes or {})}
        with tempfile.TemporaryDirectory() as root:
            folder = pathlib.Path(root).resolve() / "layer"
            folder.mkdir()
            (folder.parent / "rules.hpp").write_text(RULES, encoding="utf-8")
            for name, text in cases.items():
                (folder / f"{name}.cpp").write_text(text, encoding="utf-8")
            script = pathlib.Path(__file__).resolve().parent / "run_cases.py"
            done = subprocess.run([sys.executable, "-B", script, "--compiler", COMPILER,
                                   *sorted(folder.glob("*.cpp"))], stdout=subprocess.PIPE, text=True, check=False)
            *lines, last = done.stdout.strip().split("\n")
            self.assertEqual(done.returncode != 0, not last.startswith(f"{len(cases)} of"), done.stdout)
            start = f"{folder}/"
            return [line.removeprefix(start) for line in lines if line.startswith(start)], last, done.stdout

    def check_failed(self, text, said):
        lines, last, output = self.run_cases({"bad": text})
        self.assertIn(f"bad.cpp: {said}", "\n".join(lines), output)
        self.assertTrue(last.startswith("5 of 6 passed"), output)
        return output

    def test_good_cases_pass_together(self):
        lines, last, output = self.run_cases()
        self.assertEqual((lines, last), ([], "5 of 5 passed, 0 of all were compiled alone"), output)

    def test_a_wrong_use_that_compiles(self):
        self.check_failed(case(901, (RIGHT, "inline constexpr int wrong = large<int>;")), "the wrong use compiles")

    def test_a_wrong_use_that_is_refused_for_another_reason(self):
        output = self.check_failed(case(901, CONSTANT), "the wrong use is refused, but not with stoa[E901]")
        self.assertIn("not positive", output)

    def test_a_text_that_only_another_case_prints(self):
        self.check_failed(case(901, ASSERTION, "not positive"),
                          "the wrong use is refused with stoa[E901], but without a word of not positive")

    def test_a_right_use_that_does_not_compile(self):
        output = self.check_failed(case(903, ("inline int right = missing;", CONSTANT[1])),
                                   "the right use does not compile")
        self.assertIn("missing", output)

    def test_a_right_use_with_a_warning(self):
        self.check_failed(case(903, ("inline void right(int unused) {}", CONSTANT[1])), "the right use does not compile")

    def test_a_right_use_refused_in_a_template_that_another_case_uses_wrongly(self):
        self.check_failed(case(901, ("inline constexpr int right = large<char>;", ASSERTION[1])),
                          "the right use does not compile")

    def test_a_header_that_only_another_case_includes(self):
        text = case(903, ("inline std::list<int> right;", CONSTANT[1]))
        self.check_failed(text, "the right use does not compile")
        lines, last, output = self.run_cases({"with": text.replace("#include", "#include <list>\n#include", 1),
                                              "without": text})
        self.assertIn("without.cpp: the right use does not compile", "\n".join(lines), output)
        self.assertTrue(last.startswith("6 of 7 passed"), output)

    def test_an_error_that_is_printed_for_its_first_use(self):
        lines, last, output = self.run_cases({"first": case(901, FIRST_USE), "second": case(901, FIRST_USE)})
        self.assertEqual((lines, last), (["second.cpp: passed alone"], "7 of 7 passed, 1 of all were compiled alone"),
                         output)

    def test_what_could_change_other_cases_is_compiled_alone(self):
        for begin, end in [("#define id missing", ""), ("using namespace stoa;", ""), ("struct row {};", ""),
                           ("", "template <>\ninline constexpr int stoa::table<app::shared> = 1;"),
                           ("", "template <>\ninline constexpr int stoa::large<short> = 1;")]:
            lines, last, output = self.run_cases({"alone": case(901, ASSERTION, begin=begin, end=end)})
            self.assertEqual((lines, last), (["alone.cpp: passed alone"],
                                             "6 of 6 passed, 1 of all were compiled alone"), output)

    def test_a_case_without_an_id(self):
        self.assertFalse(self.run_cases({"bad": "int x;\n"})[1].startswith("6 of 6"))


if __name__ == "__main__":
    COMPILER = sys.argv.pop(1)
    unittest.main()

# SPDX-License-Identifier: BSL-1.0
"""What tools/compile_cost generates, counts and compares."""

import unittest

import script

cost = script.load("compile_cost")

STATS = """
*** Decl Stats:
  205487 decls total.
    13443 ClassTemplateSpecialization decls, 184 each (2473512 bytes)
    810 ClassTemplatePartialSpecialization decls, 208 each (168480 bytes)
*** Stmt/Expr Stats:
  714872 stmts/exprs total.
"""


class CompileCost(unittest.TestCase):
    def test_a_case_has_its_tables_and_queries(self):
        source = cost.tables(20, queries=3)
        self.assertEqual(source.count("stoa::define<"), 20)
        self.assertEqual(source.count("db.all("), 60)
        self.assertEqual(source.count("db.insert("), 20)
        self.assertEqual(cost.ddl(50).count("record_49"), 8)

    def test_a_row_that_follows_from_others(self):
        found = {"50 tables": [10.0, 400.0, 900.0], "20 tables": [4.0, 250.0, 300.0]}
        self.assertEqual(cost.derived(found, cost.DERIVED["one further table"]), [0.2, 5.0, 20.0])
        self.assertIsNone(cost.derived(found, cost.DERIVED["one further query"]))

    def test_medians_are_taken_of_each_figure(self):
        self.assertEqual(cost.medians([(1, 9, 5), (2, 8, 5), (9, 7, 5)]), [2, 8, 5])

    def test_the_counts_of_clang(self):
        self.assertEqual(cost.counts(STATS),
                         {"class_templates": 13443, "declarations": 205487, "expressions": 714872})
        with self.assertRaises(SystemExit):
            cost.counts("clang: unknown argument")

    def test_a_count_above_its_limit(self):
        limits = cost.read_limits("# why\nuse_declarations\t1000\nuse_expressions\t2000\n")
        self.assertEqual(limits, {"use_declarations": 1000, "use_expressions": 2000})
        self.assertEqual(list(cost.exceeded({"use_declarations": 1000, "use_expressions": 1999}, limits)), [])
        self.assertEqual(list(cost.exceeded({"use_declarations": 1100, "use_expressions": 1999}, limits)),
                         ["use_declarations: 1100 is 10.0 % above the limit 1000"])

    def test_a_count_without_a_limit(self):
        self.assertEqual(len(list(cost.exceeded({"a": 1, "b": 2}, {"a": 1, "c": 3}))), 2)


if __name__ == "__main__":
    unittest.main()

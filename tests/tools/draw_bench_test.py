# SPDX-License-Identifier: BSL-1.0
"""tools/draw_bench makes tables and bars of what was measured."""

import unittest
import xml.etree.ElementTree

import script

draw = script.load("draw_bench")

RUNS = """# 2 CPUs
database	workload	contender	median_ns_per_op	ratio_to_raw	instructions_per_op	allocations_per_op	client_cpu_ratio	ratio_spread
sqlite	find	raw	2000	1.000	1000	3.00	1.000	0.000
sqlite	find	raw_tricks	1800	0.900	900	3.00	0.900	0.010
sqlite	find	stoa	1900	0.954	990	2.00	0.954	0.010
sqlite	find	soci	9000	4.500	5000	9.00	4.500	0.100
postgres	find	raw	15000	1.000		4.00	1.000	0.000
postgres	find	stoa	15300	1.020		2.00	0.930	0.010
"""
COSTS = """# g++
case	compiler	level	user_seconds	peak_mb	object_kb
1 table	g++	-O0	1.50	200	90
1 table	g++	-O2	2.50	210	40
"""


class DrawBench(unittest.TestCase):
    def test_the_tables(self):
        tables = draw.tables(RUNS, COSTS)
        self.assertEqual(tables["sqlite"], (
            "|  | raw, ns | raw_tricks | stoa | soci | allocations, stoa | raw |\n|---|--:|--:|--:|--:|--:|--:|\n"
            "| find | 2000 | 0.90 | 0.95 | 4.50 | 2.00 | 3.00 |\n"))
        self.assertIn("| find | 15000 | 1.02 | 0.93 | 2.00 | 4.00 |\n", tables["postgres"])
        self.assertEqual(tables["sqlite_instructions"], (
            "|  | raw | raw_tricks | stoa | soci | stoa ÷ raw_tricks |\n|---|--:|--:|--:|--:|--:|\n"
            "| find | 1000 | 0.90 | 0.99 | 5.00 | 1.10 |\n"))
        self.assertIn("| find | – | – | – |\n", tables["postgres_instructions"])
        self.assertIn("| 1 table | 1.50 · 200 · 90 | 2.50 · 210 · 40 |\n", tables["compile_cost"])
        self.assertEqual(tables["performance_conditions"], "> 2 CPUs\n")

    def test_a_table_is_replaced_and_the_rest_of_the_page_stays(self):
        page = "# Title\n\n<!-- table: sqlite -->\n| old |\n|---|\n\ntext\n"
        new = draw.renewed(page, {"sqlite": "| new |\n"})
        self.assertEqual(new, "# Title\n\n<!-- table: sqlite -->\n| new |\n\ntext\n")
        self.assertEqual(draw.renewed(new, {"sqlite": "| new |\n"}), new)
        with self.assertRaises(SystemExit):
            draw.renewed("<!-- table: other -->\n", {"sqlite": ""})

    def test_a_bar_for_each_contender_and_a_long_one_ends_in_time(self):
        picture = xml.etree.ElementTree.fromstring(draw.picture(RUNS))
        widths = [float(each.get("width")) for each in picture.iter("{http://www.w3.org/2000/svg}rect")
                  if each.get("height") == str(draw.BAR - 1)]
        self.assertEqual(widths, [90.0, 95.4, float(draw.PLACE), 102.0])


if __name__ == "__main__":
    unittest.main()

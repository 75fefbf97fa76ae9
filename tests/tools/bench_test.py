# SPDX-License-Identifier: BSL-1.0
"""What tools/bench makes of the numbers it gets."""

import unittest

import script

bench = script.load("bench")


def run(wall, cpu, allocations=1.0, checksum=7):
    return bench.Run(f"{wall}\t{cpu}\t{allocations}\t{checksum}\n")


class Bench(unittest.TestCase):
    def test_the_line_of_a_run(self):
        one = bench.Run("12.5\t10.0\t0.250\t42\n")
        self.assertEqual((one.wall, one.cpu, one.allocations, one.sum), (12.5, 10.0, 0.25, 42))
        with self.assertRaises(bench.Failure):
            bench.Run("")

    def test_ratios_are_to_the_raw_run_of_the_same_round(self):
        runs = {"raw": [run(1, 10), run(1, 20), run(1, 30)], "stoa": [run(1, 20), run(1, 20), run(1, 30)]}
        found = bench.summary("sqlite", runs)
        self.assertEqual(found["raw"]["ratio_to_raw"], "1.000")
        self.assertEqual(found["stoa"]["ratio_to_raw"], "1.000")
        self.assertEqual(found["stoa"]["median_ns_per_op"], "20")
        self.assertEqual(found["stoa"]["ratio_spread"], "0.500")

    def test_postgres_is_compared_by_wall_time_and_tells_the_clients_part(self):
        runs = {"raw": [run(100, 10)] * 3, "stoa": [run(50, 12, allocations=2.0)] * 3}
        found = bench.summary("postgres", runs)["stoa"]
        self.assertEqual((found["ratio_to_raw"], found["client_cpu_ratio"]), ("0.500", "1.200"))
        self.assertEqual((found["median_ns_per_op"], found["allocations_per_op"]), ("50", "2.00"))

    def test_contenders_must_agree(self):
        bench.require_agreement("find", {"raw": [1, 1], "stoa": [1, 1]})
        with self.assertRaisesRegex(bench.Failure, r"find: the contenders disagree.*stoa \[1, 2\]"):
            bench.require_agreement("find", {"raw": [1, 1], "stoa": [1, 2]})

    def test_the_order_rotates(self):
        self.assertEqual([bench.rotated(["a", "b", "c"], by) for by in (0, 1, 5)],
                         [["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]])

    def test_start_up_cancels_in_the_instructions(self):
        self.assertEqual(bench.collected("==1== \n==1== Collected : 123456\n"), 123456)
        with self.assertRaises(bench.Failure):
            bench.collected("valgrind: not found")
        self.assertEqual(bench.per_operation([1000 + 200 * 9, 1000 + 600 * 9], (200, 600)), 9)

    def test_rows_and_operations_shrink_alike(self):
        arguments = bench.parse(["--scale", "0.2"])
        self.assertEqual([bench.scaled(each, arguments) for each in (100000, 3000, 1)], [20000, 600, 1])
        self.assertIn("# 20000 rows, 7 rounds, 20 % of the operations", bench.conditions(arguments, (0, 0, 0))[2])

    def test_every_workload_can_be_chosen_and_no_other(self):
        self.assertEqual(bench.parse(["--workloads", "json,find"]).workloads, ["find", "json"])
        self.assertEqual(bench.parse([]).databases, ["sqlite", "postgres"])


if __name__ == "__main__":
    unittest.main()

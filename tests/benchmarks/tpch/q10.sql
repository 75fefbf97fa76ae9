SELECT c_custkey, c_name, revenue, c_acctbal, n_name, c_address, c_phone, c_comment
FROM (SELECT o_custkey, sum(l_extendedprice * (1 - l_discount)) AS revenue
      FROM orders JOIN lineitem ON l_orderkey = o_orderkey
      WHERE o_orderdate BETWEEN date '1993-10-01' AND date '1993-12-31' AND l_returnflag = 'R'
      GROUP BY o_custkey) AS returned
JOIN customer ON c_custkey = o_custkey
JOIN nation ON n_nationkey = c_nationkey
ORDER BY revenue DESC
LIMIT 20;

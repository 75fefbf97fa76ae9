SELECT sn.n_name, cn.n_name, extract(year FROM l_shipdate), sum(l_extendedprice * (1 - l_discount))
FROM lineitem
JOIN orders ON o_orderkey = l_orderkey
JOIN customer ON c_custkey = o_custkey
JOIN supplier ON s_suppkey = l_suppkey
JOIN nation AS sn ON sn.n_nationkey = s_nationkey
JOIN nation AS cn ON cn.n_nationkey = c_nationkey
WHERE (sn.n_name, cn.n_name) IN (('FRANCE', 'GERMANY'), ('GERMANY', 'FRANCE'))
  AND extract(year FROM l_shipdate) IN (1995, 1996)
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3;

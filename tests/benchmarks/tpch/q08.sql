SELECT extract(year FROM o_orderdate) AS o_year,
       coalesce(sum(l_extendedprice * (1 - l_discount)) FILTER (WHERE sn.n_name = 'BRAZIL'), 0) /
       sum(l_extendedprice * (1 - l_discount))
FROM lineitem
JOIN part ON p_partkey = l_partkey
JOIN orders ON o_orderkey = l_orderkey
JOIN customer ON c_custkey = o_custkey
JOIN nation AS cn ON cn.n_nationkey = c_nationkey
JOIN region ON r_regionkey = cn.n_regionkey
JOIN supplier ON s_suppkey = l_suppkey
JOIN nation AS sn ON sn.n_nationkey = s_nationkey
WHERE r_name = 'AMERICA' AND p_type = 'ECONOMY ANODIZED STEEL' AND extract(year FROM o_orderdate) IN (1995, 1996)
GROUP BY o_year
ORDER BY o_year;

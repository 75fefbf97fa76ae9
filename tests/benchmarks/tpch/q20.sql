SELECT DISTINCT s_name, s_address
FROM supplier
JOIN nation ON n_nationkey = s_nationkey
JOIN partsupp ON ps_suppkey = s_suppkey
JOIN part ON p_partkey = ps_partkey
JOIN (SELECT l_partkey, l_suppkey, sum(l_quantity) AS sold
      FROM lineitem
      WHERE l_shipdate BETWEEN date '1994-01-01' AND date '1994-12-31'
      GROUP BY l_partkey, l_suppkey) AS sales ON l_partkey = ps_partkey AND l_suppkey = ps_suppkey
WHERE n_name = 'CANADA' AND p_name LIKE 'forest%' AND ps_availqty > 0.5 * sold
ORDER BY s_name;

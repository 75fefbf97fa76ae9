SELECT n_name, extract(year FROM o_orderdate) AS o_year,
       sum(l_extendedprice * (1 - l_discount)) - sum(ps_supplycost * l_quantity)
FROM lineitem
JOIN orders ON o_orderkey = l_orderkey
JOIN partsupp ON ps_partkey = l_partkey AND ps_suppkey = l_suppkey
JOIN supplier ON s_suppkey = l_suppkey
JOIN nation ON n_nationkey = s_nationkey
WHERE l_partkey IN (SELECT p_partkey FROM part WHERE position('green' in p_name) > 0)
GROUP BY n_name, o_year
ORDER BY n_name, o_year DESC;

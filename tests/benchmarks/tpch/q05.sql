SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
FROM lineitem, orders, customer, supplier, nation, region
WHERE l_orderkey = o_orderkey AND o_custkey = c_custkey AND l_suppkey = s_suppkey AND c_nationkey = s_nationkey
  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'ASIA'
  AND extract(year FROM o_orderdate) = 1994
GROUP BY n_name
ORDER BY revenue DESC;

SELECT c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, quantity
FROM (SELECT l_orderkey, sum(l_quantity) AS quantity FROM lineitem GROUP BY l_orderkey) AS lines
JOIN orders ON o_orderkey = l_orderkey
JOIN customer ON c_custkey = o_custkey
WHERE quantity > 300
ORDER BY o_totalprice DESC, o_orderdate
LIMIT 100;

SELECT l_shipmode,
       count(*) FILTER (WHERE o_orderpriority IN ('1-URGENT', '2-HIGH')),
       count(*) FILTER (WHERE o_orderpriority NOT IN ('1-URGENT', '2-HIGH'))
FROM lineitem JOIN orders ON o_orderkey = l_orderkey
WHERE (l_shipmode = 'MAIL' OR l_shipmode = 'SHIP') AND l_shipdate < l_commitdate AND l_commitdate < l_receiptdate
  AND l_receiptdate BETWEEN date '1994-01-01' AND date '1994-12-31'
GROUP BY l_shipmode
ORDER BY l_shipmode;

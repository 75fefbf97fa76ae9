WITH waited AS (
    SELECT l_orderkey, min(l_suppkey) FILTER (WHERE l_receiptdate > l_commitdate) AS late_supplier
    FROM lineitem
    GROUP BY l_orderkey
    HAVING count(DISTINCT l_suppkey) > 1
       AND count(DISTINCT l_suppkey) FILTER (WHERE l_receiptdate > l_commitdate) = 1)
SELECT s_name, count(*)
FROM waited
JOIN orders ON o_orderkey = l_orderkey
JOIN lineitem USING (l_orderkey)
JOIN supplier ON s_suppkey = l_suppkey
JOIN nation ON n_nationkey = s_nationkey
WHERE l_suppkey = late_supplier AND l_receiptdate > l_commitdate AND o_orderstatus = 'F' AND n_name = 'SAUDI ARABIA'
GROUP BY s_name
ORDER BY 2 DESC, 1
LIMIT 100;

WITH near AS (
    SELECT c_custkey, left(c_phone, 2) AS cntrycode, c_acctbal
    FROM customer
    WHERE left(c_phone, 2) IN ('13', '31', '23', '29', '30', '18', '17'))
SELECT cntrycode, count(*), sum(c_acctbal)
FROM near LEFT JOIN orders ON o_custkey = c_custkey
WHERE o_orderkey IS NULL AND c_acctbal > (SELECT avg(c_acctbal) FROM near WHERE c_acctbal > 0)
GROUP BY cntrycode
ORDER BY cntrycode;

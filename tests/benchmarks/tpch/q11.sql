WITH german AS (
    SELECT ps_partkey, ps_supplycost * ps_availqty AS value
    FROM partsupp
    WHERE ps_suppkey IN (SELECT s_suppkey FROM supplier JOIN nation ON n_nationkey = s_nationkey WHERE n_name = 'GERMANY'))
SELECT ps_partkey, sum(value)
FROM german
GROUP BY ps_partkey
HAVING sum(value) > (SELECT sum(value) * 0.0001 FROM german)
ORDER BY 2 DESC;

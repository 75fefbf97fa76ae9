SELECT c_count, count(*)
FROM (SELECT (SELECT count(*) FROM orders
              WHERE o_custkey = c_custkey AND o_comment NOT LIKE '%special%requests%') AS c_count
      FROM customer) AS counted
GROUP BY c_count
ORDER BY 2 DESC, 1 DESC;

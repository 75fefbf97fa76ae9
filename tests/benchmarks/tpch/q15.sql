SELECT s_suppkey, s_name, s_address, s_phone, total
FROM (SELECT l_suppkey, sum(l_extendedprice * (1 - l_discount)) AS total,
             rank() OVER (ORDER BY sum(l_extendedprice * (1 - l_discount)) DESC) AS place
      FROM lineitem
      WHERE l_shipdate >= date '1996-01-01' AND l_shipdate < date '1996-04-01'
      GROUP BY l_suppkey) AS revenue
JOIN supplier ON s_suppkey = l_suppkey
WHERE place = 1
ORDER BY s_suppkey;

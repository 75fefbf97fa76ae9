SELECT sum(l_extendedprice * l_discount)
FROM lineitem
WHERE l_shipdate >= date '1994-01-01' AND l_shipdate < date '1995-01-01'
  AND l_discount IN (0.05, 0.06, 0.07) AND l_quantity < 24;

SELECT sum(l_extendedprice) / 7.0
FROM (SELECT *, 0.2 * avg(l_quantity) OVER (PARTITION BY l_partkey) AS small FROM lineitem) AS lines
JOIN part ON p_partkey = l_partkey
WHERE p_brand = 'Brand#23' AND p_container = 'MED BOX' AND l_quantity < small;

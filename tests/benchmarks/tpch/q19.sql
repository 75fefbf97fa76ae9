SELECT sum(l_extendedprice * (1 - l_discount))
FROM lineitem
JOIN part ON p_partkey = l_partkey
JOIN (VALUES ('Brand#12', 'SM', '{CASE,BOX,PACK,PKG}'::text[], 1, 11, 5),
             ('Brand#23', 'MED', '{BAG,BOX,PKG,PACK}', 10, 20, 10),
             ('Brand#34', 'LG', '{CASE,BOX,PACK,PKG}', 20, 30, 15)) AS kind (brand, size, kinds, low, high, largest)
  ON p_brand = brand AND split_part(p_container, ' ', 1) = size AND split_part(p_container, ' ', 2) = ANY (kinds)
 AND l_quantity BETWEEN low AND high AND p_size BETWEEN 1 AND largest
WHERE l_shipmode IN ('AIR', 'AIR REG') AND l_shipinstruct = 'DELIVER IN PERSON';

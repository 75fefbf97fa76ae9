SELECT p_brand, p_type, p_size, count(DISTINCT ps_suppkey)
FROM part
JOIN partsupp ON ps_partkey = p_partkey
WHERE p_brand <> 'Brand#45' AND p_type NOT LIKE 'MEDIUM POLISHED%' AND p_size IN (49, 14, 23, 45, 19, 3, 36, 9)
  AND NOT EXISTS (SELECT FROM supplier WHERE s_suppkey = ps_suppkey AND s_comment LIKE '%Customer%Complaints%')
GROUP BY p_brand, p_type, p_size
ORDER BY 4 DESC, p_brand, p_type, p_size;

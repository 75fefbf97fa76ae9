-- [query]
SELECT "id", "name", "price", "weight" FROM "wares" WHERE ("price" < ?1) AND (("weight" IS NULL) OR ("weight" < ?2)) ORDER BY "id";
-- [/query]
-- [kinds]
SELECT "id", "name", "price", "weight" FROM "wares" WHERE ("id" IN (SELECT value FROM json_each(?1))) AND ("name" GLOB ?2) ORDER BY "id" LIMIT ?3 OFFSET ?4;
-- [/kinds]

-- [query]
SELECT "id", "name", "price", "weight" FROM "wares" WHERE ("price" < $1) AND (("weight" IS NULL) OR ("weight" < $2)) ORDER BY "id";
-- [/query]
-- [kinds]
SELECT "id", "name", "price", "weight" FROM "wares" WHERE ("id" = ANY($1)) AND ("name" LIKE $2 ESCAPE '\') ORDER BY "id" LIMIT $3 OFFSET $4;
-- [/kinds]

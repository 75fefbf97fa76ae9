-- [exists]
SELECT "authors"."name" FROM "authors" WHERE NOT EXISTS (SELECT "books"."id", "books"."author_id", "books"."isbn", "books"."title", "books"."kind", "books"."price", "books"."pages", "books"."created_at" FROM "books" WHERE "books"."author_id" = "authors"."id");
-- [/exists]
-- [scalar]
SELECT "books"."id", "books"."author_id", "books"."isbn", "books"."title", "books"."kind", "books"."price", "books"."pages", "books"."created_at" FROM "books" WHERE "books"."price" = (SELECT max("other"."price") FROM "books" AS "other");
-- [/scalar]
-- [subquery]
SELECT "authors"."name", "totals"."books" FROM "authors" JOIN (SELECT "books"."author_id" AS "author_id", count(*) AS "books" FROM "books" GROUP BY "books"."author_id") AS "totals" ON "totals"."author_id" = "authors"."id" WHERE "totals"."books" > ?1;
-- [/subquery]
-- [recursive]
WITH RECURSIVE "found" AS (SELECT "places"."id" AS "id", ?1 AS "depth" FROM "places" WHERE "places"."id" = ?2 UNION ALL SELECT "places"."id", "found"."depth" + ?3 FROM "places" JOIN "found" ON "places"."inside" = "found"."id") SELECT "places"."name", "found"."depth" FROM "found" JOIN "places" ON "places"."id" = "found"."id" ORDER BY "found"."depth", "places"."name";
-- [/recursive]
-- [union]
SELECT "authors"."name" FROM "authors" UNION SELECT "places"."name" FROM "places" ORDER BY 1 LIMIT ?1;
-- [/union]
-- [nested]
SELECT * FROM (SELECT "authors"."name" FROM "authors" UNION ALL SELECT "places"."name" FROM "places") AS "half" EXCEPT SELECT "books"."title" FROM "books";
-- [/nested]

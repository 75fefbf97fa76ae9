-- [whole]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "price" < ?1 ORDER BY "title" LIMIT ?2;
-- [/whole]
-- [joined]
SELECT "books"."title", "authors"."name" FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" WHERE ("authors"."name" GLOB ?1) AND ("books"."kind" <> ?2);
-- [/joined]
-- [joined_on]
SELECT "books"."id", "books"."author_id", "books"."isbn", "books"."title", "books"."kind", "books"."price", "books"."pages", "books"."created_at", "authors"."id", "authors"."name", "authors"."country" FROM "books" JOIN "authors" ON "authors"."name" = "books"."title";
-- [/joined_on]
-- [outer]
SELECT "authors"."name", "books"."title" FROM "authors" LEFT JOIN "books" ON "books"."author_id" = "authors"."id" ORDER BY "authors"."name";
-- [/outer]
-- [itself]
SELECT "places"."name", "outside"."name" FROM "places" LEFT JOIN "places" AS "outside" ON "places"."inside" = "outside"."id" ORDER BY "places"."id";
-- [/itself]
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
-- [window]
SELECT "title", rank() OVER (PARTITION BY "author_id" ORDER BY "price" DESC), sum("price") OVER (PARTITION BY "author_id" ORDER BY "price" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), count(*) FILTER (WHERE "kind" = ?1) OVER () FROM "books" ORDER BY "title";
-- [/window]
-- [grouped]
SELECT "authors"."name", count(*), sum("books"."price"), avg("books"."pages") FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" HAVING count(*) > ?1 ORDER BY count(*) DESC, "authors"."name";
-- [/grouped]
-- [into_struct]
SELECT "title", "pages" FROM "books" ORDER BY "pages" DESC NULLS FIRST;
-- [/into_struct]
-- [list]
SELECT "id" FROM "books" WHERE "isbn" IN (SELECT value FROM json_each(?1));
-- [/list]
-- [nulls]
SELECT count(*) FROM "books" WHERE (("pages" IS NOT DISTINCT FROM ?1) OR ("pages" BETWEEN ?2 AND ?3)) AND (NOT ("title" GLOB ?4));
-- [/nulls]
-- [arithmetic]
SELECT DISTINCT ("price" * ?1) + ?2, "pages" + ?3 FROM "books" LIMIT -1 OFFSET ?4;
-- [/arithmetic]
-- [update]
UPDATE "books" SET "price" = "price" - ?1, "pages" = ?2 WHERE "price" > ?3;
-- [/update]
-- [delete]
DELETE FROM "books" WHERE "kind" = ?1;
-- [/delete]

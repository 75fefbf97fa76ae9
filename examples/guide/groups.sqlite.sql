-- [grouped]
SELECT "authors"."name", count(*), sum("books"."price"), avg("books"."pages") FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" HAVING count(*) > ?1 ORDER BY count(*) DESC, "authors"."name";
-- [/grouped]
-- [rollup]
SELECT "stoa_groups"."c1", "stoa_groups"."c2", "stoa_groups"."c3", "stoa_groups"."c4" FROM (SELECT "authors"."name" AS "c1", "books"."kind" AS "c2", 0 AS "c3", sum("books"."price") AS "c4", 0 AS "c5" FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name", "books"."kind" UNION ALL SELECT "authors"."name", NULL, 1, sum("books"."price"), 0 FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" UNION ALL SELECT NULL, NULL, 1, sum("books"."price"), 1 FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id") AS "stoa_groups" ORDER BY "stoa_groups"."c5", "stoa_groups"."c1" NULLS LAST, "stoa_groups"."c3", "stoa_groups"."c2" NULLS LAST;
-- [/rollup]
-- [sets]
SELECT "stoa_groups"."c1", "stoa_groups"."c2", "stoa_groups"."c3" FROM (SELECT "author_id" AS "c1", "kind" AS "c2", count(*) AS "c3" FROM "books" GROUP BY "author_id", "kind" UNION ALL SELECT NULL, "kind", count(*) FROM "books" GROUP BY "kind") AS "stoa_groups";
-- [/sets]
-- [first]
SELECT "c1" FROM (SELECT "title" AS "c1", "price" AS "s1", "id" AS "s2", row_number() OVER (PARTITION BY "author_id" ORDER BY "price" DESC, "id") AS "number" FROM "books") AS "stoa_rows" WHERE "number" = 1 ORDER BY "s1" DESC, "s2";
-- [/first]
-- [window]
SELECT "title", rank() OVER (PARTITION BY "author_id" ORDER BY "price" DESC), sum("price") OVER (PARTITION BY "author_id" ORDER BY "price" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), count(*) FILTER (WHERE "kind" = ?1) OVER () FROM "books" ORDER BY "title";
-- [/window]
-- [named]
SELECT "title", count(*) OVER "others", max("price") OVER "others" FROM "books" WINDOW "others" AS (PARTITION BY "author_id" ORDER BY "price" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) ORDER BY "title";
-- [/named]

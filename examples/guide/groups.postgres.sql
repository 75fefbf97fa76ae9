-- [grouped]
SELECT "authors"."name", count(*), sum("books"."price"), CAST(sum("books"."pages") AS double precision) / nullif(count("books"."pages"), 0) FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" HAVING count(*) > $1 ORDER BY count(*) DESC, "authors"."name";
-- [/grouped]
-- [rollup]
SELECT "authors"."name", "books"."kind", GROUPING("books"."kind"), sum("books"."price") FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY ROLLUP ("authors"."name", "books"."kind") ORDER BY GROUPING("authors"."name"), "authors"."name", GROUPING("books"."kind"), "books"."kind";
-- [/rollup]
-- [sets]
SELECT "author_id", "kind", count(*) FROM "books" GROUP BY GROUPING SETS (("author_id", "kind"), ("kind"));
-- [/sets]
-- [first]
SELECT "c1" FROM (SELECT "title" AS "c1", "price" AS "s1", "id" AS "s2", row_number() OVER (PARTITION BY "author_id" ORDER BY "price" DESC, "id") AS "number" FROM "books") AS "stoa_rows" WHERE "number" = 1 ORDER BY "s1" DESC, "s2";
-- [/first]
-- [window]
SELECT "title", rank() OVER (PARTITION BY "author_id" ORDER BY "price" DESC), sum("price") OVER (PARTITION BY "author_id" ORDER BY "price" DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), count(*) FILTER (WHERE "kind" = $1) OVER () FROM "books" ORDER BY "books"."title";
-- [/window]
-- [named]
SELECT "title", count(*) OVER "others", max("price") OVER "others" FROM "books" WINDOW "others" AS (PARTITION BY "author_id" ORDER BY "price" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) ORDER BY "books"."title";
-- [/named]

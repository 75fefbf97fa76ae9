-- [choice]
SELECT CASE WHEN "pages" < ?1 THEN ?2 WHEN "pages" IS NULL THEN ?3 ELSE ?4 END, coalesce("pages", ?5), max("price", ?6) FROM "books";
-- [/choice]
-- [numbers]
SELECT ?1 - "price", "pages" / ?2, "pages" % ?3, ("price" + sign("price") * 5) / 10, (CAST("price" AS REAL) / 100) / nullif("pages", 0), CAST("pages" AS REAL) FROM "books";
-- [/numbers]
-- [texts]
SELECT lower("name"), length("name"), substr("name", 1, ?1), "name" || ?2 || coalesce("country", ?3) FROM "authors";
-- [/texts]
-- [contains]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE ("title" GLOB ?1) OR (lower("title") GLOB ?2);
-- [/contains]
-- [months]
SELECT substr("created_at", 1, 7) || '-01T00:00:00.000000Z', count(*) FROM "books" GROUP BY (substr("created_at", 1, 7) || '-01T00:00:00.000000Z') ORDER BY (substr("created_at", 1, 7) || '-01T00:00:00.000000Z');
-- [/months]
-- [recent]
SELECT stoa_add_months("created_at", ?1), stoa_add_microseconds("created_at", ?2) FROM "books" WHERE ("created_at" > ?3) AND (CAST(substr("created_at", 1, 4) AS INTEGER) > ?4);
-- [/recent]
-- [aggregates]
SELECT "authors"."name", stoa_string_agg("books"."title", ?1, 'd', "books"."price"), max(("books"."price" < ?2)), sum(DISTINCT "books"."price"), stoa_stddev_pop("books"."pages") FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" ORDER BY "authors"."name";
-- [/aggregates]

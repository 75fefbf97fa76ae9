-- [choice]
SELECT CASE WHEN "pages" < $1 THEN $2 WHEN "pages" IS NULL THEN $3 ELSE $4 END, coalesce("pages", $5), greatest("price", $6) FROM "books";
-- [/choice]
-- [numbers]
SELECT $1 - "price", CAST("pages" AS bigint) / $2, CAST("pages" AS bigint) % $3, round("price", 1), (CAST("price" * 100 AS double precision) / 100) / nullif("pages", 0), CAST("pages" AS double precision) FROM "books";
-- [/numbers]
-- [texts]
SELECT lower("name" COLLATE "C"), length("name"), left("name", $1), "name" || $2 || coalesce("country", $3) FROM "authors";
-- [/texts]
-- [contains]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE ("title" LIKE $1 ESCAPE '\') OR (lower("title" COLLATE "C") LIKE $2 ESCAPE '\');
-- [/contains]
-- [months]
SELECT date_trunc('month', "created_at" AT TIME ZONE 'UTC') AT TIME ZONE 'UTC', count(*) FROM "books" GROUP BY (date_trunc('month', "created_at" AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') ORDER BY (date_trunc('month', "created_at" AT TIME ZONE 'UTC') AT TIME ZONE 'UTC');
-- [/months]
-- [recent]
SELECT ("created_at" AT TIME ZONE 'UTC' + make_interval(months => CAST($1 AS integer))) AT TIME ZONE 'UTC', ("created_at" AT TIME ZONE 'UTC' + make_interval(hours => CAST($2 / 3600000000 AS integer), secs => CAST($2 % 3600000000 AS double precision) / 1000000)) AT TIME ZONE 'UTC' FROM "books" WHERE ("created_at" > $3) AND (CAST(extract(year FROM "created_at" AT TIME ZONE 'UTC') AS integer) > $4);
-- [/recent]
-- [aggregates]
SELECT "authors"."name", string_agg("books"."title" COLLATE "C", $1 ORDER BY "books"."price" DESC, "books"."title" COLLATE "C"), bool_or(("books"."price" < $2)), sum(DISTINCT "books"."price"), stddev_pop(CAST("books"."pages" AS double precision)) FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" ORDER BY "authors"."name";
-- [/aggregates]

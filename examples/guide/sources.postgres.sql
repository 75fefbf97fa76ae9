-- [values]
SELECT "books"."title", "prices"."amount" FROM "books" JOIN (SELECT "column1" COLLATE "C" AS "isbn", "column2" AS "amount", "column3" AS "pages" FROM (VALUES ($1, $2, $3), ($4, $5, $6)) AS "rows") AS "prices" ON "prices"."isbn" = "books"."isbn" WHERE "prices"."amount" > "books"."price";
-- [/values]
-- [lateral]
SELECT "authors"."name", "newest"."title" FROM "authors" JOIN LATERAL (SELECT "books"."title" AS "title" FROM "books" WHERE "books"."author_id" = "authors"."id" ORDER BY "books"."created_at" DESC, "books"."id" DESC LIMIT $1) AS "newest" ON TRUE;
-- [/lateral]
-- [rows]
UPDATE "books" SET "price" = "prices"."amount" FROM (SELECT "1" COLLATE "C" AS "isbn", "2" AS "amount", "3" AS "pages" FROM unnest($1, $2, $3) AS "list" ("1", "2", "3")) AS "prices" WHERE "books"."isbn" = "prices"."isbn";
-- [/rows]

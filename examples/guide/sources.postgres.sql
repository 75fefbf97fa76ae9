-- [values]
SELECT "books"."title", "prices"."amount" FROM "books" JOIN (SELECT "column1" COLLATE "C" AS "isbn", "column2" AS "amount", "column3" AS "pages" FROM (VALUES ($1, $2, $3), ($4, $5, $6)) AS "rows") AS "prices" ON "prices"."isbn" = "books"."isbn" WHERE "prices"."amount" > "books"."price";
-- [/values]
-- [rows]
UPDATE "books" SET "price" = "prices"."amount" FROM (SELECT "1" COLLATE "C" AS "isbn", "2" AS "amount", "3" AS "pages" FROM unnest($1, $2, $3) AS "list" ("1", "2", "3")) AS "prices" WHERE "books"."isbn" = "prices"."isbn";
-- [/rows]

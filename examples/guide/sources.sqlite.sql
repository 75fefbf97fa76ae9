-- [values]
SELECT "books"."title", "prices"."amount" FROM "books" JOIN (SELECT "column1" AS "isbn", "column2" AS "amount", "column3" AS "pages" FROM (VALUES (?1, ?2, ?3), (?4, ?5, ?6)) AS "rows") AS "prices" ON "prices"."isbn" = "books"."isbn" WHERE "prices"."amount" > "books"."price";
-- [/values]
-- [rows]
UPDATE "books" SET "price" = "prices"."amount" FROM (SELECT "1" AS "isbn", "2" AS "amount", "3" AS "pages" FROM (SELECT key, value AS "1" FROM json_each(?1) LIMIT -1) AS "list1" JOIN (SELECT key, value AS "2" FROM json_each(?2) LIMIT -1) AS "list2" USING (key) JOIN (SELECT key, value AS "3" FROM json_each(?3) LIMIT -1) AS "list3" USING (key)) AS "prices" WHERE "books"."isbn" = "prices"."isbn";
-- [/rows]

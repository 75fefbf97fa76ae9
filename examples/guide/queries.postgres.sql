-- [whole]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "price" < $1 ORDER BY "title" LIMIT $2;
-- [/whole]
-- [into_struct]
SELECT "title", "pages" FROM "books" ORDER BY "pages" DESC;
-- [/into_struct]
-- [list]
SELECT "id" FROM "books" WHERE "isbn" = ANY($1);
-- [/list]
-- [nulls]
SELECT count(*) FROM "books" WHERE (("pages" IS NOT DISTINCT FROM $1) OR ("pages" BETWEEN $2 AND $3)) AND (NOT ("title" LIKE $4 ESCAPE '\'));
-- [/nulls]
-- [arithmetic]
SELECT DISTINCT ("price" * $1) + $2, CAST("pages" AS bigint) + $3 FROM "books" OFFSET $4;
-- [/arithmetic]
-- [update]
UPDATE "books" SET "price" = "price" - $1, "pages" = $2 WHERE "price" > $3;
-- [/update]
-- [delete]
DELETE FROM "books" WHERE "kind" = $1;
-- [/delete]

-- [whole]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "price" < ?1 ORDER BY "title" LIMIT ?2;
-- [/whole]
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

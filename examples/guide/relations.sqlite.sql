-- [children]
SELECT "id", "author_id", "title" FROM "books" WHERE "author_id" IN (SELECT value FROM json_each(?1)) ORDER BY "id";
-- [/children]

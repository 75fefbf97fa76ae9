-- [children]
SELECT "id", "author_id", "title" FROM "books" WHERE "author_id" = ANY($1) ORDER BY "id";
-- [/children]

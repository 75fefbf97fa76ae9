-- [find]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "id" = ?1;
-- [/find]

-- [find_many]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "id" = ANY($1);
-- [/find_many]

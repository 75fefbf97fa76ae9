-- [find_many]
SELECT "id", "author_id", "isbn", "title", "kind", "price", "pages", "created_at" FROM "books" WHERE "id" IN (SELECT stoa_guid(value) FROM json_each(?1));
-- [/find_many]

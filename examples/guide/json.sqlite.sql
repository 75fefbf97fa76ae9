-- [table]
CREATE TABLE "books" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "meta" TEXT NOT NULL,
    "message" TEXT,
    CONSTRAINT "ck_books_meta_type" CHECK (json_valid("meta")),
    CONSTRAINT "ck_books_message_type" CHECK ("message" IS NULL OR json_valid("message")),
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "ck_pages" CHECK (CAST(json_extract("meta", '$."pages"') AS INTEGER) > 0)
) STRICT;
CREATE INDEX "ix_lang" ON "books" ((json_extract("meta", '$."lang"')), (CAST(json_extract("meta", '$."pages"') AS INTEGER)) DESC);
CREATE INDEX "ix_meta" ON "books" ("meta");
-- [/table]
-- [query]
SELECT "title", json_extract("meta", '$."kind"') FROM "books" WHERE (json_extract("meta", '$."lang"') = ?1) AND (CAST(json_extract("meta", '$."dimensions"."width"') AS REAL) > ?2) ORDER BY CAST(json_extract("meta", '$."pages"') AS INTEGER) DESC NULLS FIRST;
-- [/query]

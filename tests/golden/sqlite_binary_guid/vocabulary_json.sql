CREATE TABLE "books" (
    "id" INTEGER NOT NULL,
    "meta" TEXT NOT NULL,
    "reprint" TEXT,
    "draft" TEXT NOT NULL,
    "notes" TEXT,
    "country" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    CONSTRAINT "ck_books_meta_type" CHECK (json_valid("meta")),
    CONSTRAINT "ck_books_reprint_type" CHECK ("reprint" IS NULL OR json_valid("reprint")),
    CONSTRAINT "ck_books_draft_type" CHECK (json_valid("draft")),
    CONSTRAINT "ck_books_notes_type" CHECK ("notes" IS NULL OR json_valid("notes")),
    CONSTRAINT "ck_books_first_type" CHECK (json_valid("first")),
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "has_pages" CHECK (CAST(json_extract("meta", '$."pages"') AS INTEGER) > 0),
    CONSTRAINT "draft_pages" CHECK (CAST(json_extract("draft", '$."pages"') AS INTEGER) >= 0)
) STRICT;
CREATE INDEX "by_pages" ON "books" ((CAST(json_extract("meta", '$."pages"') AS INTEGER)) DESC);
CREATE UNIQUE INDEX "one_hardcover" ON "books" ((json_extract("meta", '$."lang"'))) WHERE json_extract("meta", '$."kind"') = 'hardcover';
CREATE INDEX "by_threads" ON "books" ((CAST(json_extract("reprint", '$."bound"."threads"') AS INTEGER)));
CREATE INDEX "by_material" ON "books" ((json_extract("first", '$."material"')));
CREATE INDEX "by_draft" ON "books" ((json_extract("draft", '$."lang"'))) WHERE CAST(json_extract("draft", '$."pages"') AS INTEGER) > 100;
CREATE INDEX "by_meta" ON "books" ("meta");

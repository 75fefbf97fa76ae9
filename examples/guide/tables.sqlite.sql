-- [note]
CREATE TABLE "note" (
    "id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_note" PRIMARY KEY ("id")
) STRICT;
-- [/note]
-- [library]
CREATE TABLE "authors" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    CONSTRAINT "ck_authors_id_type" CHECK (length("id") = 36),
    CONSTRAINT "pk_authors" PRIMARY KEY ("id"),
    CONSTRAINT "uq_authors_name" UNIQUE ("name")
) STRICT;
CREATE TABLE "books" (
    "id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "isbn" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'paperback',
    "price" INTEGER NOT NULL,
    "pages" INTEGER,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_books_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_books_author_id_type" CHECK (length("author_id") = 36),
    CONSTRAINT "ck_books_title_length" CHECK (length("title") <= 200),
    CONSTRAINT "ck_books_kind_values" CHECK ("kind" IN ('hardcover', 'paperback', 'ebook')),
    CONSTRAINT "ck_books_price_type" CHECK ("price" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_books_pages_type" CHECK ("pages" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_books_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "fk_books_author_id" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE CASCADE,
    CONSTRAINT "uq_isbn" UNIQUE ("isbn"),
    CONSTRAINT "ck_books_price" CHECK ("price" >= 0)
) STRICT;
CREATE INDEX "ix_books_author_id_created_at" ON "books" ("author_id", "created_at" DESC);
-- [/library]
-- [composite]
CREATE TABLE "shelves" (
    "room" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    CONSTRAINT "ck_shelves_room_type" CHECK ("room" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_shelves_number_type" CHECK ("number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_shelves" PRIMARY KEY ("room", "number")
) STRICT;
CREATE TABLE "labels" (
    "room" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ck_labels_room_type" CHECK ("room" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_labels_number_type" CHECK ("number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "fk_label" FOREIGN KEY ("room", "number") REFERENCES "shelves" ("room", "number") ON UPDATE CASCADE
) STRICT;
CREATE UNIQUE INDEX "ix_labels_text" ON "labels" ("text");
-- [/composite]
-- [drop]
DROP TABLE IF EXISTS "books";
DROP TABLE IF EXISTS "authors";
-- [/drop]

CREATE TABLE "books" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "copies" INTEGER NOT NULL,
    CONSTRAINT "ck_books_title_length" CHECK (length("title") <= 80),
    CONSTRAINT "ck_books_copies_type" CHECK ("copies" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "ck_books_copies" CHECK ("copies" > 0)
) STRICT;
CREATE TABLE "loans" (
    "id" INTEGER NOT NULL,
    "book_id" INTEGER NOT NULL,
    "reader" TEXT NOT NULL,
    CONSTRAINT "pk_loans" PRIMARY KEY ("id"),
    CONSTRAINT "fk_loans_book_id" FOREIGN KEY ("book_id") REFERENCES "books" ("id"),
    CONSTRAINT "uq_loans_reader_book_id" UNIQUE ("reader", "book_id")
) STRICT;

CREATE TABLE "entries" (
    "id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "printed_at" TEXT NOT NULL,
    CONSTRAINT "ck_entries_printed_at_type" CHECK (length("printed_at") = 27),
    CONSTRAINT "pk_entries" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_entries_author" ON "entries" ("author");
CREATE INDEX "ix_entries_author_printed_at" ON "entries" ("author", "printed_at" DESC);
CREATE UNIQUE INDEX "ix_entries_title_id" ON "entries" ("title", "id");
CREATE INDEX "by_title" ON "entries" ("title" DESC);

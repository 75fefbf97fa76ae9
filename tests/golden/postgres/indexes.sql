CREATE TABLE "entries" (
    "id" bigint NOT NULL,
    "author" text COLLATE "C" NOT NULL,
    "title" text COLLATE "C" NOT NULL,
    "printed_at" timestamptz NOT NULL,
    CONSTRAINT "pk_entries" PRIMARY KEY ("id")
);
CREATE INDEX "ix_entries_author" ON "entries" ("author");
CREATE INDEX "ix_entries_author_printed_at" ON "entries" ("author", "printed_at" DESC);
CREATE UNIQUE INDEX "ix_entries_title_id" ON "entries" ("title", "id");
CREATE INDEX "by_title" ON "entries" ("title" DESC);

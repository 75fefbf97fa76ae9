CREATE TABLE "entries" (
    "id" INTEGER NOT NULL,
    "Title ""it""" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "volume" INTEGER,
    "details" TEXT NOT NULL,
    CONSTRAINT "ck_entries_year_type" CHECK ("year" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_entries_volume_type" CHECK ("volume" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_entries_details_type" CHECK (json_valid("details")),
    CONSTRAINT "pk_entries" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "one_volume" ON "entries" ("year", ("volume" IS NULL), coalesce("volume", 0));
CREATE INDEX "by_single_title" ON "entries" ("Title ""it""") WHERE "volume" IS NULL;
CREATE INDEX "by_sum" ON "entries" (("year" + "volume"));
CREATE INDEX "by_pages" ON "entries" ((CAST(json_extract("details", '$."print"."pages"') AS INTEGER)));
CREATE INDEX "by_german_author" ON "entries" ("author") WHERE json_extract("details", '$."language"') = 'de';
CREATE INDEX "by_year" ON "entries" ("year", "author");
CREATE INDEX "by_details" ON "entries" ("details");
CREATE INDEX "by_author" ON "entries" ("author");
CREATE INDEX "by_id" ON "entries" ("id");

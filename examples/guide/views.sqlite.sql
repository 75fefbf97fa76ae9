-- [view]
CREATE VIEW "author_totals" ("author_id", "books", "worth") AS SELECT "author_id", count(*), sum("price") FROM "books" WHERE "kind" <> 'ebook' GROUP BY "author_id";
-- [/view]
-- [materialized]
CREATE TABLE "daily_arrivals" (
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "books" INTEGER NOT NULL,
    CONSTRAINT "ck_daily_arrivals_day_type" CHECK (length("day") = 10),
    CONSTRAINT "ck_daily_arrivals_kind_values" CHECK ("kind" IN ('hardcover', 'paperback', 'ebook')),
    CONSTRAINT "pk_daily_arrivals" PRIMARY KEY ("day", "kind")
) STRICT;
CREATE INDEX "ix_daily_arrivals_kind" ON "daily_arrivals" ("kind");
INSERT INTO "daily_arrivals" ("day", "kind", "books") SELECT substr("created_at", 1, 10), "kind", count(*) FROM "books" GROUP BY substr("created_at", 1, 10), "kind";
-- [/materialized]
-- [refresh]
DELETE FROM "daily_arrivals";
INSERT INTO "daily_arrivals" ("day", "kind", "books") SELECT substr("created_at", 1, 10), "kind", count(*) FROM "books" GROUP BY substr("created_at", 1, 10), "kind";
-- [/refresh]

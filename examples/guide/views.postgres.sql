-- [view]
CREATE VIEW "author_totals" ("author_id", "books", "worth") AS SELECT "author_id", count(*), sum("price") FROM "books" WHERE "kind" <> 'ebook' GROUP BY "author_id";
-- [/view]
-- [materialized]
CREATE MATERIALIZED VIEW "daily_arrivals" ("day", "kind", "books") AS SELECT CAST("created_at" AT TIME ZONE 'UTC' AS date), "kind", count(*) FROM "books" GROUP BY CAST("created_at" AT TIME ZONE 'UTC' AS date), "kind";
CREATE UNIQUE INDEX "pk_daily_arrivals" ON "daily_arrivals" ("day", "kind");
CREATE INDEX "ix_daily_arrivals_kind" ON "daily_arrivals" ("kind");
-- [/materialized]
-- [refresh]
REFRESH MATERIALIZED VIEW "daily_arrivals";
-- [/refresh]

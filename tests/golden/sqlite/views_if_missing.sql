CREATE TABLE IF NOT EXISTS "customer" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    CONSTRAINT "ck_customer_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_customer_active_type" CHECK ("active" BETWEEN 0 AND 1),
    CONSTRAINT "pk_customer" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE IF NOT EXISTS "orders" (
    "id" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "now" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "weight" REAL NOT NULL,
    "pieces" INTEGER,
    "placed_at" TEXT NOT NULL,
    CONSTRAINT "ck_orders_customer_id_type" CHECK (length("customer_id") = 36),
    CONSTRAINT "ck_orders_now_values" CHECK ("now" IN ('open', 'sent')),
    CONSTRAINT "ck_orders_price_type" CHECK ("price" BETWEEN -99999999 AND 99999999),
    CONSTRAINT "ck_orders_pieces_type" CHECK ("pieces" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_orders_placed_at_type" CHECK (length("placed_at") = 27),
    CONSTRAINT "pk_orders" PRIMARY KEY ("id"),
    CONSTRAINT "fk_orders_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
) STRICT;
CREATE VIEW IF NOT EXISTS "days" ("day", "orders", "pieces", "mean") AS SELECT substr("placed_at", 1, 10), count(*), sum("pieces"), CAST(sum("price") AS double precision) / nullif(count("price") * 100, 0) FROM "orders" GROUP BY substr("placed_at", 1, 10) HAVING count(*) > 1;
CREATE TEMP TABLE "stoa_missing" AS SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'kept_days' COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS "kept_days" (
    "day" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "pieces" INTEGER,
    "average" REAL,
    CONSTRAINT "ck_kept_days_day_type" CHECK (length("day") = 10),
    CONSTRAINT "pk_kept_days" PRIMARY KEY ("day")
) STRICT;
CREATE INDEX IF NOT EXISTS "ix_kept_days_orders_day" ON "kept_days" ("orders", "day" DESC);
CREATE INDEX IF NOT EXISTS "ix_pieces" ON "kept_days" ("pieces") WHERE "pieces" > 0;
INSERT INTO "kept_days" ("day", "orders", "pieces", "average") SELECT * FROM (SELECT "day", "orders", "pieces", "mean" FROM "days") WHERE EXISTS (SELECT 1 FROM temp."stoa_missing");
DROP TABLE temp."stoa_missing";
CREATE VIEW IF NOT EXISTS "large ""orders""" ("id", "name of the ""customer""", "day") AS SELECT DISTINCT "orders"."id", "customer"."name", substr("orders"."placed_at", 1, 10) FROM "orders" JOIN "customer" ON "orders"."customer_id" = "customer"."id" WHERE ("customer"."id" <> '00000000-0000-0000-0000-000000000000') AND ("customer"."active" = 1) AND ("customer"."name" GLOB 'O''*') AND ("orders"."now" = 'sent') AND ("orders"."weight" > 0.5) AND (("orders"."price" BETWEEN 9990 AND 100000) OR ("orders"."placed_at" < '1970-01-01T00:00:00.000000Z')) ORDER BY "customer"."name" DESC LIMIT 10 OFFSET 2;

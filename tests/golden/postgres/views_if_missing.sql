CREATE TABLE IF NOT EXISTS "customer" (
    "id" uuid NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "active" boolean NOT NULL,
    CONSTRAINT "pk_customer" PRIMARY KEY ("id")
);
CREATE TABLE IF NOT EXISTS "orders" (
    "id" bigint NOT NULL,
    "customer_id" uuid NOT NULL,
    "now" text COLLATE "C" NOT NULL,
    "price" numeric(8, 2) NOT NULL,
    "weight" double precision NOT NULL,
    "pieces" integer,
    "placed_at" timestamptz NOT NULL,
    CONSTRAINT "ck_orders_now_values" CHECK ("now" IN ('open', 'sent')),
    CONSTRAINT "pk_orders" PRIMARY KEY ("id"),
    CONSTRAINT "fk_orders_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'days' AND relnamespace = quote_ident(current_schema())::regnamespace) THEN CREATE VIEW "days" ("day", "orders", "pieces", "mean") AS SELECT CAST("placed_at" AT TIME ZONE 'UTC' AS date), count(*), CAST(sum("pieces") AS bigint), CAST(sum("price") * 100 AS double precision) / nullif(count("price") * 100, 0) FROM "orders" GROUP BY CAST("placed_at" AT TIME ZONE 'UTC' AS date) HAVING count(*) > 1;
END IF; END $stoa$;
CREATE MATERIALIZED VIEW IF NOT EXISTS "kept_days" ("day", "orders", "pieces", "average") AS SELECT "day", "orders", "pieces", "mean" FROM "days";
CREATE UNIQUE INDEX IF NOT EXISTS "pk_kept_days" ON "kept_days" ("day");
CREATE INDEX IF NOT EXISTS "ix_kept_days_orders_day" ON "kept_days" ("orders", "day" DESC);
CREATE INDEX IF NOT EXISTS "ix_pieces" ON "kept_days" ("pieces") WHERE "pieces" > 0;
COMMENT ON MATERIALIZED VIEW "kept_days" IS 'as of last night';
DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'large "orders"' AND relnamespace = quote_ident(current_schema())::regnamespace) THEN CREATE VIEW "large ""orders""" ("id", "name of the ""customer""", "day") AS SELECT DISTINCT "orders"."id", "customer"."name", CAST("orders"."placed_at" AT TIME ZONE 'UTC' AS date) FROM "orders" JOIN "customer" ON "orders"."customer_id" = "customer"."id" WHERE ("customer"."id" <> '00000000-0000-0000-0000-000000000000'::uuid) AND ("customer"."active" = TRUE) AND ("customer"."name" LIKE 'O''%' ESCAPE '\') AND ("orders"."now" = 'sent') AND ("orders"."weight" > 0.5) AND (("orders"."price" BETWEEN 99.90 AND 1000.00) OR ("orders"."placed_at" < '1970-01-01T00:00:00.000000Z'::timestamptz)) ORDER BY "customer"."name" DESC LIMIT 10 OFFSET 2;
END IF; END $stoa$;
COMMENT ON VIEW "large ""orders""" IS 'what is worth a visit';
COMMENT ON COLUMN "large ""orders"""."name of the ""customer""" IS 'it''s who pays';

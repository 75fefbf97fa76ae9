CREATE TABLE "tickets" (
    "number" INTEGER NOT NULL,
    "what" TEXT,
    CONSTRAINT "ck_tickets_number_type" CHECK ("number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_tickets_what_values" CHECK ("what" IN ('opened', 'closed')),
    CONSTRAINT "ck_tickets_what_partition" CHECK ("what" IS NOT NULL AND ("what" IN ('opened', 'closed')))
) STRICT;
CREATE TABLE "prices" (
    "amount" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    CONSTRAINT "ck_prices_amount_type" CHECK ("amount" BETWEEN -999999 AND 999999),
    CONSTRAINT "ck_prices_day_type" CHECK (length("day") = 10)
) STRICT;
CREATE TABLE "counters" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_counters" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "events" (
    "id" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "counter_id" INTEGER,
    CONSTRAINT "ck_events_id_type" CHECK (length("id") = 16),
    CONSTRAINT "ck_events_at_type" CHECK (length("at") = 27),
    CONSTRAINT "pk_events" PRIMARY KEY ("id", "at"),
    CONSTRAINT "fk_events_counter_id" FOREIGN KEY ("counter_id") REFERENCES "counters" ("id"),
    CONSTRAINT "ck_events_at_partition" CHECK (("at" < '2026-01-01T00:00:00.000000Z') OR ("at" >= '2026-01-01T00:00:00.000000Z' AND "at" < '2027-01-01T00:00:00.000000Z'))
) STRICT;
CREATE INDEX "ix_events_text" ON "events" ("text");

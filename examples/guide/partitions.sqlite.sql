-- [tables]
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ck_events_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_events_at_type" CHECK (length("at") = 27),
    CONSTRAINT "pk_events" PRIMARY KEY ("id", "at"),
    CONSTRAINT "ck_events_at_partition" CHECK (("at" < '2026-01-01T00:00:00.000000Z') OR ("at" >= '2026-01-01T00:00:00.000000Z' AND "at" < '2027-01-01T00:00:00.000000Z'))
) STRICT;
CREATE TABLE "jobs" (
    "id" INTEGER NOT NULL,
    "now" TEXT NOT NULL,
    CONSTRAINT "ck_jobs_now_values" CHECK ("now" IN ('waiting', 'running', 'done', 'failed')),
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id", "now")
) STRICT;
CREATE TABLE "visitors" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_visitors" PRIMARY KEY ("id")
) STRICT;
-- [/tables]

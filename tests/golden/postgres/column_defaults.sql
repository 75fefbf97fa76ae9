CREATE TABLE "jobs" (
    "id" uuid NOT NULL DEFAULT gen_random_uuid(),
    "token" uuid NOT NULL DEFAULT gen_random_uuid(),
    "timeout" integer NOT NULL DEFAULT ((CAST(60 AS bigint) - 1) * 24),
    "price" numeric(6, 2) NOT NULL DEFAULT (1.25 * 3),
    "name" text COLLATE "C" NOT NULL DEFAULT 'größe',
    "of" text COLLATE "C" NOT NULL DEFAULT 'other',
    "tries" smallint NOT NULL,
    CONSTRAINT "ck_name" CHECK (length("name") <= 5),
    CONSTRAINT "ck_of" CHECK ("of" IN ('one', 'other')),
    CONSTRAINT "a ""byte""" CHECK ("tries" BETWEEN 0 AND 255),
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
);

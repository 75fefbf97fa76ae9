CREATE TABLE "jobs" (
    "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    "token" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    "timeout" INTEGER NOT NULL DEFAULT ((60 - 1) * 24),
    "price" INTEGER NOT NULL DEFAULT (125 * 3),
    "name" TEXT NOT NULL DEFAULT 'größe',
    "of" TEXT NOT NULL DEFAULT 'other',
    "tries" INTEGER NOT NULL,
    CONSTRAINT "ck_jobs_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_jobs_token_type" CHECK (length("token") = 36),
    CONSTRAINT "ck_jobs_timeout_type" CHECK ("timeout" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_jobs_price_type" CHECK ("price" BETWEEN -999999 AND 999999),
    CONSTRAINT "ck_name" CHECK (length("name") <= 5),
    CONSTRAINT "ck_of" CHECK ("of" IN ('one', 'other')),
    CONSTRAINT "ck_jobs_tries_type" CHECK ("tries" BETWEEN -32768 AND 32767),
    CONSTRAINT "a ""byte""" CHECK ("tries" BETWEEN 0 AND 255),
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
) STRICT;

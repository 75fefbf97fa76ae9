CREATE TABLE "jobs" (
    "id" BLOB NOT NULL DEFAULT (CAST(randomblob(6) || char(64 + (random() & 15)) || randomblob(1) || substr(CAST(char(128 + (random() & 63)) AS BLOB), 2) || randomblob(7) AS BLOB)),
    "token" BLOB NOT NULL DEFAULT (CAST(randomblob(6) || char(64 + (random() & 15)) || randomblob(1) || substr(CAST(char(128 + (random() & 63)) AS BLOB), 2) || randomblob(7) AS BLOB)),
    "timeout" INTEGER NOT NULL DEFAULT ((60 - 1) * 24),
    "price" INTEGER NOT NULL DEFAULT (125 * 3),
    "name" TEXT NOT NULL DEFAULT 'größe',
    "of" TEXT NOT NULL DEFAULT 'other',
    "tries" INTEGER NOT NULL,
    CONSTRAINT "ck_jobs_id_type" CHECK (length("id") = 16),
    CONSTRAINT "ck_jobs_token_type" CHECK (length("token") = 16),
    CONSTRAINT "ck_jobs_timeout_type" CHECK ("timeout" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_jobs_price_type" CHECK ("price" BETWEEN -999999 AND 999999),
    CONSTRAINT "ck_name" CHECK (length("name") <= 5),
    CONSTRAINT "ck_of" CHECK ("of" IN ('one', 'other')),
    CONSTRAINT "ck_jobs_tries_type" CHECK ("tries" BETWEEN -32768 AND 32767),
    CONSTRAINT "a ""byte""" CHECK ("tries" BETWEEN 0 AND 255),
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
) STRICT;

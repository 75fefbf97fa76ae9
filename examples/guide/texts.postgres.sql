-- [accounts]
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE TABLE "accounts" (
    "id" uuid NOT NULL DEFAULT gen_random_uuid(),
    "login" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "about" text COLLATE "C" NOT NULL,
    CONSTRAINT "pk_accounts" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "uq_accounts_login" ON "accounts" (lower("login"));
CREATE INDEX "ix_accounts_name" ON "accounts" ("name");
CREATE INDEX "ix_accounts_about" ON "accounts" USING gin ("about" gin_trgm_ops);
-- [/accounts]
-- [query]
SELECT "name" FROM "accounts" WHERE lower("login") = lower($1 COLLATE "C") ORDER BY lower("login");
-- [/query]

-- [accounts]
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    "login" TEXT COLLATE NOCASE NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    CONSTRAINT "ck_accounts_id_type" CHECK (length("id") = 36),
    CONSTRAINT "pk_accounts" PRIMARY KEY ("id"),
    CONSTRAINT "uq_accounts_login" UNIQUE ("login")
) STRICT;
CREATE INDEX "ix_accounts_name" ON "accounts" ("name");
-- [/accounts]
-- [query]
SELECT "name" FROM "accounts" WHERE "login" = ?1 ORDER BY "login";
-- [/query]

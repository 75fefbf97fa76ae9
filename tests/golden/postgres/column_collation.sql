CREATE TABLE "accounts" (
    "id" bigint NOT NULL,
    "name" text COLLATE "C" NOT NULL DEFAULT 'Nobody',
    "nick" text COLLATE "C",
    "site" text COLLATE "C" NOT NULL,
    CONSTRAINT "pk_accounts" PRIMARY KEY ("id"),
    CONSTRAINT "ck_accounts_nick_site" CHECK (lower("nick") <> lower("site" COLLATE "C")),
    CONSTRAINT "in_order" CHECK (lower("site" COLLATE "C") BETWEEN lower('a' COLLATE "C") AND lower("name"))
);
CREATE UNIQUE INDEX "uq_accounts_name_site" ON "accounts" (lower("name"), "site");
CREATE UNIQUE INDEX "one_nick" ON "accounts" (lower("nick")) NULLS NOT DISTINCT;
CREATE INDEX "ix_accounts_name_site" ON "accounts" (lower("name") DESC, "site");
CREATE INDEX "of_root" ON "accounts" ("site") WHERE lower("name") = lower('Root' COLLATE "C");

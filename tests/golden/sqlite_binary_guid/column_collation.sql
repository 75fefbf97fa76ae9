CREATE TABLE "accounts" (
    "id" INTEGER NOT NULL,
    "name" TEXT COLLATE NOCASE NOT NULL DEFAULT 'Nobody',
    "nick" TEXT COLLATE NOCASE,
    "site" TEXT NOT NULL,
    CONSTRAINT "pk_accounts" PRIMARY KEY ("id"),
    CONSTRAINT "uq_accounts_name_site" UNIQUE ("name", "site"),
    CONSTRAINT "ck_accounts_nick_site" CHECK ("nick" <> "site"),
    CONSTRAINT "in_order" CHECK ("site" COLLATE NOCASE BETWEEN 'a' AND "name")
) STRICT;
CREATE UNIQUE INDEX "one_nick" ON "accounts" (("nick" IS NULL), coalesce("nick", 0) COLLATE NOCASE);
CREATE INDEX "ix_accounts_name_site" ON "accounts" ("name" DESC, "site");
CREATE INDEX "of_root" ON "accounts" ("site") WHERE "name" = 'Root';

CREATE TABLE "addresses" (
    "id" INTEGER NOT NULL,
    "town" TEXT NOT NULL,
    "street" TEXT,
    "number" INTEGER,
    "flag" INTEGER,
    "code" BLOB,
    "at" TEXT,
    "price" INTEGER,
    "which" TEXT,
    CONSTRAINT "ck_addresses_number_type" CHECK ("number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_addresses_flag_type" CHECK ("flag" BETWEEN 0 AND 1),
    CONSTRAINT "ck_addresses_code_type" CHECK (length("code") = 16),
    CONSTRAINT "ck_addresses_at_type" CHECK (length("at") = 27),
    CONSTRAINT "ck_addresses_price_type" CHECK ("price" BETWEEN -999999 AND 999999),
    CONSTRAINT "ck_addresses_which_values" CHECK ("which" IN ('one', 'other')),
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "one_address" ON "addresses" ("town", ("street" IS NULL), coalesce("street", 0), ("number" IS NULL), coalesce("number", 0));
CREATE UNIQUE INDEX "uq_addresses_flag" ON "addresses" (("flag" IS NULL), coalesce("flag", 0));
CREATE UNIQUE INDEX "uq_addresses_code" ON "addresses" (("code" IS NULL), coalesce("code", 0));
CREATE UNIQUE INDEX "uq_addresses_at_price_which" ON "addresses" (("at" IS NULL), coalesce("at", 0), ("price" IS NULL), coalesce("price", 0), ("which" IS NULL), coalesce("which", 0));
CREATE TABLE "visits" (
    "id" INTEGER NOT NULL,
    "address_id" INTEGER NOT NULL,
    CONSTRAINT "pk_visits" PRIMARY KEY ("id"),
    CONSTRAINT "fk_visits_address_id" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "addresses" (
    "id" bigint NOT NULL,
    "town" text COLLATE "C" NOT NULL,
    "street" text COLLATE "C",
    "number" integer,
    "flag" boolean,
    "code" uuid,
    "at" timestamptz,
    "price" numeric(6, 2),
    "which" text COLLATE "C",
    CONSTRAINT "ck_addresses_which_values" CHECK ("which" IN ('one', 'other')),
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id"),
    CONSTRAINT "one_address" UNIQUE NULLS NOT DISTINCT ("town", "street", "number"),
    CONSTRAINT "uq_addresses_flag" UNIQUE NULLS NOT DISTINCT ("flag"),
    CONSTRAINT "uq_addresses_code" UNIQUE NULLS NOT DISTINCT ("code"),
    CONSTRAINT "uq_addresses_at_price_which" UNIQUE NULLS NOT DISTINCT ("at", "price", "which")
);
CREATE TABLE "visits" (
    "id" bigint NOT NULL,
    "address_id" bigint NOT NULL,
    CONSTRAINT "pk_visits" PRIMARY KEY ("id"),
    CONSTRAINT "fk_visits_address_id" FOREIGN KEY ("address_id") REFERENCES "addresses" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "letters" (
    "id" bigint NOT NULL,
    "street" text COLLATE "C" NOT NULL,
    "town" text COLLATE "C" NOT NULL,
    "at" timestamptz NOT NULL,
    "by" text COLLATE "C",
    "version" integer NOT NULL,
    "text" text COLLATE "C" NOT NULL,
    CONSTRAINT "pk_letters" PRIMARY KEY ("id"),
    CONSTRAINT "ck_letters_street" CHECK ("street" <> '')
);
CREATE INDEX "ix_letters_town" ON "letters" ("town");
CREATE INDEX "ix_letters_at" ON "letters" ("at");
CREATE TABLE "parcels" (
    "id" uuid NOT NULL,
    "version" integer NOT NULL,
    "weight" double precision NOT NULL,
    "street" text COLLATE "C" NOT NULL,
    "town" text COLLATE "C" NOT NULL,
    CONSTRAINT "pk_parcels" PRIMARY KEY ("id")
);

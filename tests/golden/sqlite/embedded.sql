CREATE TABLE "letters" (
    "id" INTEGER NOT NULL,
    "street" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ck_letters_at_type" CHECK (length("at") = 27),
    CONSTRAINT "ck_letters_version_type" CHECK ("version" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_letters" PRIMARY KEY ("id"),
    CONSTRAINT "ck_letters_street" CHECK ("street" <> '')
) STRICT;
CREATE INDEX "ix_letters_town" ON "letters" ("town");
CREATE INDEX "ix_letters_at" ON "letters" ("at");
CREATE TABLE "parcels" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "weight" REAL NOT NULL,
    "street" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    CONSTRAINT "ck_parcels_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_parcels_version_type" CHECK ("version" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_parcels" PRIMARY KEY ("id")
) STRICT;

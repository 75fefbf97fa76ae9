-- [products]
SELECT "price" * ?1 FROM "every_type" WHERE ("price" * 10000) < ("price" * ?2);
-- [/products]
-- [table]
CREATE TABLE "every_type" (
    "id" INTEGER NOT NULL,
    "flag" INTEGER NOT NULL,
    "small" INTEGER NOT NULL,
    "medium" INTEGER NOT NULL,
    "single" REAL NOT NULL,
    "real" REAL NOT NULL,
    "text" TEXT NOT NULL,
    "raw" BLOB NOT NULL,
    "key" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "maybe" INTEGER,
    CONSTRAINT "ck_every_type_flag_type" CHECK ("flag" BETWEEN 0 AND 1),
    CONSTRAINT "ck_every_type_small_type" CHECK ("small" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_every_type_medium_type" CHECK ("medium" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_every_type_key_type" CHECK (length("key") = 36),
    CONSTRAINT "ck_every_type_document_type" CHECK (json_valid("document")),
    CONSTRAINT "ck_every_type_moment_type" CHECK (length("moment") = 27),
    CONSTRAINT "ck_every_type_day_type" CHECK (length("day") = 10),
    CONSTRAINT "ck_every_type_price_type" CHECK ("price" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_every_type_maybe_type" CHECK ("maybe" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_every_type" PRIMARY KEY ("id")
) STRICT;
-- [/table]
-- [array]
CREATE TABLE "tracks" (
    "id" INTEGER NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "samples" TEXT,
    CONSTRAINT "ck_tracks_tags_type" CHECK (json_valid("tags") AND json_type("tags") = 'array'),
    CONSTRAINT "ck_tracks_samples_type" CHECK ("samples" IS NULL OR (json_valid("samples") AND json_type("samples") = 'array')),
    CONSTRAINT "pk_tracks" PRIMARY KEY ("id"),
    CONSTRAINT "ck_tracks_tags" CHECK (json_array_length("tags") <= 10)
) STRICT;
-- [/array]

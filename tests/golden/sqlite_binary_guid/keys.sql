CREATE TABLE "counted" (
    "id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ck_counted_id_type" CHECK ("id" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_counted" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "natural" (
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "natural_key" PRIMARY KEY ("code")
) STRICT;
CREATE TABLE "composite" (
    "left_id" INTEGER NOT NULL,
    "right_id" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ck_composite_right_id_type" CHECK (length("right_id") = 16),
    CONSTRAINT "pk_composite" PRIMARY KEY ("right_id", "left_id")
) STRICT;
CREATE TABLE "made" (
    "id" BLOB NOT NULL,
    "batch" BLOB NOT NULL,
    CONSTRAINT "ck_made_id_type" CHECK (length("id") = 16),
    CONSTRAINT "ck_made_batch_type" CHECK (length("batch") = 16),
    CONSTRAINT "pk_made" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "without" (
    "text" TEXT NOT NULL
) STRICT;
CREATE TABLE "several" (
    "id" INTEGER NOT NULL,
    "isbn" TEXT NOT NULL,
    "shelf" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    CONSTRAINT "ck_several_place_type" CHECK ("place" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_several" PRIMARY KEY ("id"),
    CONSTRAINT "uq_several_isbn" UNIQUE ("isbn"),
    CONSTRAINT "one_per_place" UNIQUE ("shelf", "place")
) STRICT;

CREATE TABLE "readings" (
    "sensor_id" INTEGER NOT NULL,
    "http_status" TEXT NOT NULL,
    "a ""remark""" TEXT NOT NULL,
    "relative_humidity" REAL NOT NULL,
    "price" INTEGER NOT NULL DEFAULT 100,
    "count" INTEGER NOT NULL,
    "total" INTEGER NOT NULL GENERATED ALWAYS AS ("count" * 60) STORED,
    "large" INTEGER NOT NULL GENERATED ALWAYS AS (("count" > 6) AND ("http_status" GLOB '2*')) STORED,
    "changed_by" TEXT NOT NULL,
    CONSTRAINT "ck_readings_sensor_id_type" CHECK ("sensor_id" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_readings_relative_humidity_range" CHECK ("relative_humidity" BETWEEN 0 AND 100),
    CONSTRAINT "ck_readings_price_type" CHECK ("price" BETWEEN -999999 AND 999999),
    CONSTRAINT "ck_readings_price_range" CHECK ("price" BETWEEN 0 AND 99999),
    CONSTRAINT "ck_readings_count_type" CHECK ("count" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_readings_count_range" CHECK ("count" BETWEEN 1 AND 12),
    CONSTRAINT "ck_readings_large_type" CHECK ("large" BETWEEN 0 AND 1),
    CONSTRAINT "pk_readings" PRIMARY KEY ("sensor_id")
) STRICT;
CREATE INDEX "ix_readings_changed_by" ON "readings" ("changed_by");
CREATE TABLE "narrow" (
    "id" INTEGER NOT NULL,
    "eight" INTEGER NOT NULL,
    "signed_eight" INTEGER,
    "sixteen" INTEGER NOT NULL,
    "thirty_two" INTEGER NOT NULL,
    "dice" INTEGER NOT NULL,
    CONSTRAINT "ck_narrow_eight_type" CHECK ("eight" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_narrow_eight_range" CHECK ("eight" BETWEEN 0 AND 255),
    CONSTRAINT "ck_narrow_signed_eight_type" CHECK ("signed_eight" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_narrow_signed_eight_range" CHECK ("signed_eight" BETWEEN -128 AND 127),
    CONSTRAINT "ck_narrow_sixteen_type" CHECK ("sixteen" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_narrow_sixteen_range" CHECK ("sixteen" BETWEEN 0 AND 65535),
    CONSTRAINT "ck_narrow_thirty_two_range" CHECK ("thirty_two" BETWEEN 0 AND 4294967295),
    CONSTRAINT "ck_narrow_dice_type" CHECK ("dice" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_narrow_dice_range" CHECK ("dice" BETWEEN 1 AND 6),
    CONSTRAINT "pk_narrow" PRIMARY KEY ("id")
) STRICT;

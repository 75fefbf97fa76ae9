PRAGMA defer_foreign_keys = ON;
DROP TABLE IF EXISTS "guests";
DROP TABLE IF EXISTS "bookings";
CREATE TABLE "bookings" (
    "id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "announced" TEXT,
    CONSTRAINT "ck_bookings_state_values" CHECK ("state" IN ('planned', 'held', 'dropped')),
    CONSTRAINT "ck_bookings_state_length" CHECK (length("state") <= 10),
    CONSTRAINT "ck_bookings_announced_values" CHECK ("announced" IN ('planned', 'held', 'dropped')),
    CONSTRAINT "pk_bookings" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "uq_bookings_room_id_announced" ON "bookings" ("room_id", ("announced" IS NULL), coalesce("announced", 0));
CREATE INDEX "ix_bookings_state" ON "bookings" ("state") WHERE "announced" = 'held';
DROP TABLE IF EXISTS "rooms";
DROP TABLE IF EXISTS "bookings";

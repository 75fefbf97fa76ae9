CREATE TABLE "rooms" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "next_booking" INTEGER,
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id"),
    CONSTRAINT "fk_rooms_next_booking" FOREIGN KEY ("next_booking") REFERENCES "bookings" ("id")
) STRICT;
CREATE TABLE "bookings" (
    "id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "announced" TEXT,
    CONSTRAINT "ck_bookings_state_values" CHECK ("state" IN ('planned', 'held', 'dropped')),
    CONSTRAINT "ck_bookings_state_length" CHECK (length("state") <= 10),
    CONSTRAINT "ck_bookings_announced_values" CHECK ("announced" IN ('planned', 'held', 'dropped')),
    CONSTRAINT "pk_bookings" PRIMARY KEY ("id"),
    CONSTRAINT "fk_bookings_room_id" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id"),
    CONSTRAINT "ck_bookings_announced_state" CHECK (("announced" IS NULL) OR ("state" <> 'dropped'))
) STRICT;
CREATE UNIQUE INDEX "uq_bookings_room_id_announced" ON "bookings" ("room_id", ("announced" IS NULL), coalesce("announced", 0));
CREATE INDEX "ix_bookings_state" ON "bookings" ("state") WHERE "announced" = 'held';
CREATE TABLE "guests" (
    "id" INTEGER NOT NULL,
    "booking_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "ck_guests_state_values" CHECK ("state" IN ('planned', 'held', 'dropped')),
    CONSTRAINT "pk_guests" PRIMARY KEY ("id"),
    CONSTRAINT "fk_guests_booking_id" FOREIGN KEY ("booking_id") REFERENCES "bookings" ("id")
) STRICT;

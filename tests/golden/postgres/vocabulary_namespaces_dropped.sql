ALTER TABLE IF EXISTS "stoa_golden_house"."rooms" DROP CONSTRAINT IF EXISTS "fk_rooms_next_booking";
DROP TABLE IF EXISTS "guests";
DROP TABLE IF EXISTS "stoa_golden ""plans"""."bookings";
DROP TABLE IF EXISTS "stoa_golden_house"."rooms";
DROP TYPE IF EXISTS "the ""phase""";

PRAGMA defer_foreign_keys = ON;
DROP TABLE IF EXISTS "guests";
DROP TABLE IF EXISTS "bookings";
DROP TABLE IF EXISTS "rooms";

PRAGMA defer_foreign_keys = ON;
DROP TABLE IF EXISTS "badges";
DROP TABLE IF EXISTS "people";
DROP TABLE IF EXISTS "teams";

DROP TABLE IF EXISTS "progress_snapshots";
DROP TABLE IF EXISTS "tasks";
DROP TABLE IF EXISTS "users";

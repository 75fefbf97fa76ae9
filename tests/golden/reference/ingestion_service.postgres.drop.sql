DROP TABLE IF EXISTS "files";
DROP TABLE IF EXISTS "ingestion_runs";

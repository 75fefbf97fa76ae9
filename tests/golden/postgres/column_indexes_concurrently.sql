CREATE EXTENSION IF NOT EXISTS "pg_trgm";
DO $stoa$ BEGIN IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"ix_notes_title"')) THEN DROP INDEX "ix_notes_title"; END IF; END $stoa$;
CREATE INDEX CONCURRENTLY IF NOT EXISTS "ix_notes_title" ON "notes" USING gin ("title" gin_trgm_ops);
DO $stoa$ BEGIN IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"titles"')) THEN DROP INDEX "titles"; END IF; END $stoa$;
CREATE INDEX CONCURRENTLY IF NOT EXISTS "titles" ON "notes" ("title" text_pattern_ops);

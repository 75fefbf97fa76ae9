CREATE INDEX IF NOT EXISTS "titles" ON "notes" ("title");

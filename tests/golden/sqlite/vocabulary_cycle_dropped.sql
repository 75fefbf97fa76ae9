PRAGMA defer_foreign_keys = ON;
DROP TABLE IF EXISTS "badges";
DROP TABLE IF EXISTS "people";
CREATE TABLE "people" (
    "id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "mentor_id" INTEGER,
    CONSTRAINT "pk_people" PRIMARY KEY ("id")
) STRICT;
DROP TABLE IF EXISTS "teams";
DROP TABLE IF EXISTS "people";

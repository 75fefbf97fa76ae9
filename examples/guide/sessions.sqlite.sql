-- [insert]
INSERT INTO "authors" ("id", "name", "country") VALUES (?1, ?2, ?3);
-- [/insert]
-- [upsert]
INSERT INTO "authors" ("id", "name", "country") VALUES (?1, ?2, ?3) ON CONFLICT ("name") DO UPDATE SET "country" = excluded."country" RETURNING "id";
-- [/upsert]
-- [find]
SELECT "id", "name", "country" FROM "authors" WHERE "id" = ?1;
-- [/find]
-- [update]
UPDATE "authors" SET "name" = ?1, "country" = ?2 WHERE "id" = ?3;
-- [/update]
-- [erase]
DELETE FROM "authors" WHERE "id" = ?1;
-- [/erase]
-- [read_committed]
BEGIN IMMEDIATE;
-- [/read_committed]
-- [snapshot]
BEGIN; PRAGMA query_only = ON;
-- [/snapshot]
-- [serializable]
BEGIN IMMEDIATE;
-- [/serializable]

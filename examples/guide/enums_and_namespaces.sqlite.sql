-- [tables]
CREATE TABLE "shelves" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_shelves" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "volumes" (
    "id" INTEGER NOT NULL,
    "shelf_id" INTEGER NOT NULL,
    "now" TEXT NOT NULL DEFAULT 'at_home',
    "before" TEXT,
    CONSTRAINT "ck_volumes_now_values" CHECK ("now" IN ('on_loan', 'lost', 'at_home')),
    CONSTRAINT "ck_volumes_before_values" CHECK ("before" IN ('on_loan', 'lost', 'at_home')),
    CONSTRAINT "pk_volumes" PRIMARY KEY ("id"),
    CONSTRAINT "fk_volumes_shelf_id" FOREIGN KEY ("shelf_id") REFERENCES "shelves" ("id")
) STRICT;
CREATE INDEX "ix_volumes_now" ON "volumes" ("now");
-- [/tables]
-- [query]
SELECT "shelves"."name", "volumes"."now" FROM "volumes" JOIN "shelves" ON "volumes"."shelf_id" = "shelves"."id" WHERE "volumes"."now" <> ?1 ORDER BY "volumes"."now";
-- [/query]

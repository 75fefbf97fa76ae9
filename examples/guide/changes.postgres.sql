-- [values]
INSERT INTO "items" ("shop_id", "code") VALUES ($1, $2) RETURNING "id", "stock";
-- [/values]
-- [upsert]
INSERT INTO "items" ("shop_id", "code", "stock") VALUES ($1, $2, $3) ON CONFLICT ("code") DO UPDATE SET "stock" = CAST("items"."stock" AS bigint) + excluded."stock";
-- [/upsert]
-- [from_query]
INSERT INTO "sold_out" ("code", "shop") SELECT "items"."code", "shop"."name" FROM "items" JOIN "shop" ON "items"."shop_id" = "shop"."id" WHERE "items"."stock" = $1 ON CONFLICT ("code") DO NOTHING;
-- [/from_query]
-- [update_from]
UPDATE "items" SET "note" = "shop"."name" FROM "shop" WHERE ("shop"."id" = "items"."shop_id") AND ("items"."stock" > $1);
-- [/update_from]
-- [delete]
DELETE FROM "items" WHERE EXISTS (SELECT "shop"."id", "shop"."name" FROM "shop" WHERE ("shop"."id" = "items"."shop_id") AND ("shop"."name" = $1)) RETURNING "items"."id", "items"."shop_id", "items"."code", "items"."stock", "items"."note";
-- [/delete]

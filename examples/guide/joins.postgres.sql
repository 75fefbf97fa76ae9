-- [joined]
SELECT "books"."title", "authors"."name" FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" WHERE ("authors"."name" LIKE $1 ESCAPE '\') AND ("books"."kind" <> $2);
-- [/joined]
-- [joined_on]
SELECT "books"."id", "books"."author_id", "books"."isbn", "books"."title", "books"."kind", "books"."price", "books"."pages", "books"."created_at", "authors"."id", "authors"."name", "authors"."country" FROM "books" JOIN "authors" ON "authors"."name" = "books"."title";
-- [/joined_on]
-- [nested]
SELECT "books"."title", "authors"."id", "authors"."name", "authors"."country" FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" ORDER BY "books"."title";
-- [/nested]
-- [outer]
SELECT "authors"."name", "books"."title" FROM "authors" LEFT JOIN "books" ON "books"."author_id" = "authors"."id" ORDER BY "authors"."name";
-- [/outer]
-- [itself]
SELECT "places"."name", "outside"."name" FROM "places" LEFT JOIN "places" AS "outside" ON "places"."inside" = "outside"."id" ORDER BY "places"."id";
-- [/itself]

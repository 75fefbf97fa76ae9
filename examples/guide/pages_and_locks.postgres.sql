-- [row]
SELECT "isbn" FROM "books" WHERE ("title", "id") > ($1, $2);
-- [/row]
-- [in]
SELECT "isbn" FROM "books" WHERE ("author_id", "title") IN (SELECT "1", "2" FROM unnest($1, $2) AS "list" ("1", "2"));
-- [/in]
-- [newest]
SELECT "isbn" FROM "books" WHERE ("created_at", "id") < ($1, $2) ORDER BY "created_at" DESC, "id" DESC LIMIT $3;
-- [/newest]
-- [lock]
SELECT "isbn" FROM "books" WHERE "kind" = $1 ORDER BY "price", "id" LIMIT $2 FOR UPDATE SKIP LOCKED;
-- [/lock]
-- [mixed]
SELECT "isbn" FROM "books" WHERE ("created_at" <= $1) AND (("created_at" < $2) OR (("created_at" = $3) AND ("id" > $4))) ORDER BY "created_at" DESC, "id";
-- [/mixed]

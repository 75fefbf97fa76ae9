-- [row]
SELECT "isbn" FROM "books" WHERE ("title", "id") > (?1, ?2);
-- [/row]
-- [in]
SELECT "isbn" FROM "books" WHERE ("author_id", "title") IN (SELECT "1", "2" FROM (SELECT key, stoa_guid(value) AS "1" FROM json_each(?1) LIMIT -1) AS "list1" JOIN (SELECT key, value AS "2" FROM json_each(?2) LIMIT -1) AS "list2" USING (key));
-- [/in]
-- [newest]
SELECT "isbn" FROM "books" WHERE ("created_at", "id") < (?1, ?2) ORDER BY "created_at" DESC, "id" DESC LIMIT ?3;
-- [/newest]
-- [lock]
SELECT "isbn" FROM "books" WHERE "kind" = ?1 ORDER BY "price", "id" LIMIT ?2;
-- [/lock]
-- [mixed]
SELECT "isbn" FROM "books" WHERE ("created_at" <= ?1) AND (("created_at" < ?2) OR (("created_at" = ?3) AND ("id" > ?4))) ORDER BY "created_at" DESC, "id";
-- [/mixed]

-- [table]
CREATE TABLE "books" (
    "id" INTEGER NOT NULL,
    "meta" TEXT NOT NULL,
    "message" TEXT,
    CONSTRAINT "ck_books_meta_type" CHECK (json_valid("meta")),
    CONSTRAINT "ck_books_message_type" CHECK ("message" IS NULL OR json_valid("message")),
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "ck_chapters" CHECK (CASE json_type("meta", '$."chapters"') WHEN 'array' THEN json_array_length("meta", '$."chapters"') END <= 100)
) STRICT;
CREATE INDEX "ix_first" ON "books" ((json_extract("meta", '$."chapters"[0]."title"')));
CREATE INDEX "ix_tags" ON "books" (("meta" -> '$."tags"'));
-- [/table]
-- [path]
SELECT json_extract("meta", '$."chapters"[#-1]."title"'), json_extract("meta", '$."titles"."de"'), nullif("meta" -> '$."dimensions"', 'null') FROM "books" WHERE json_extract("meta", '$."chapters"[0]."title"') = ?1 ORDER BY json_extract("meta", '$."titles"."de"') NULLS LAST;
-- [/path]
-- [questions]
SELECT "id" FROM "books" WHERE (json_type("meta", '$."dimensions"') IS NOT NULL) AND (CASE json_type("meta", '$."tags"') WHEN 'array' THEN json_array_length("meta", '$."tags"') END > ?1) AND stoa_json_contains("meta" -> '$."tags"', ?2);
-- [/questions]
-- [change]
UPDATE "books" SET "meta" = stoa_json_set("meta", '["pages"]', '4-', (CAST(json_extract("meta", '$."pages"') AS INTEGER) + ?1), '["dimensions"]', 'jr', ?2, '["titles","de"]', 'j-', ?3, '["tags",0]', 'jr', NULL);
-- [/change]
-- [elements]
SELECT "tag"."value", "tag"."key" FROM "books" CROSS JOIN json_each(CASE json_type("books"."meta", '$."tags"') WHEN 'array' THEN "books"."meta" -> '$."tags"' END) AS "tag" ORDER BY "tag"."key";
-- [/elements]

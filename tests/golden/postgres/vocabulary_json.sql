CREATE TABLE "books" (
    "id" bigint NOT NULL,
    "meta" jsonb NOT NULL,
    "reprint" jsonb,
    "draft" json NOT NULL,
    "notes" json,
    "country" text COLLATE "C" NOT NULL,
    "first" jsonb NOT NULL,
    CONSTRAINT "pk_books" PRIMARY KEY ("id"),
    CONSTRAINT "has_pages" CHECK (CAST("meta" ->> 'pages' AS integer) > 0),
    CONSTRAINT "draft_pages" CHECK (CAST("draft"::jsonb ->> 'pages' AS integer) >= 0)
);
CREATE INDEX "by_pages" ON "books" ((CAST("meta" ->> 'pages' AS integer)) DESC);
CREATE UNIQUE INDEX "one_hardcover" ON "books" ((("meta" ->> 'lang') COLLATE "C")) WHERE (("meta" ->> 'kind') COLLATE "C") = 'hardcover';
CREATE INDEX "by_threads" ON "books" ((CAST("reprint" #>> ARRAY['bound', 'threads'] AS bigint)));
CREATE INDEX "by_material" ON "books" ((("first" ->> 'material') COLLATE "C"));
CREATE INDEX "by_draft" ON "books" ((("draft"::jsonb ->> 'lang') COLLATE "C")) WHERE CAST("draft"::jsonb ->> 'pages' AS integer) > 100;
CREATE INDEX "by_meta" ON "books" USING gin ("meta");
COMMENT ON COLUMN "books"."draft" IS 'as it was sent';

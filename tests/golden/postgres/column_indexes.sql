CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE TABLE "notes" (
    "id" bigint NOT NULL,
    "title" text COLLATE "C" NOT NULL,
    "tag" text COLLATE "C" NOT NULL,
    "details" jsonb NOT NULL,
    CONSTRAINT "pk_notes" PRIMARY KEY ("id")
);
CREATE INDEX "ix_notes_title" ON "notes" USING gin ("title" gin_trgm_ops);
CREATE INDEX "tag_parts" ON "notes" USING gin ("tag" gin_trgm_ops);
CREATE INDEX "title_beginnings" ON "notes" ("title");
CREATE INDEX "tag_beginnings" ON "notes" ("tag");
CREATE INDEX "tags" ON "notes" USING hash (lower("tag"));
CREATE INDEX "titles" ON "notes" ("title" text_pattern_ops);
CREATE INDEX "languages" ON "notes" ((("details" ->> 'language') COLLATE "C"));
CREATE INDEX "pages" ON "notes" ((CAST("details" #>> ARRAY['print', 'pages'] AS bigint)));
CREATE INDEX "doubled" ON "notes" (("id" * 2));

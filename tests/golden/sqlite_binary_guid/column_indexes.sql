CREATE TABLE "notes" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "tag" TEXT COLLATE NOCASE NOT NULL,
    "details" TEXT NOT NULL,
    CONSTRAINT "ck_notes_details_type" CHECK (json_valid("details")),
    CONSTRAINT "pk_notes" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "title_beginnings" ON "notes" ("title");
CREATE INDEX "tag_beginnings" ON "notes" ("tag" COLLATE BINARY);
CREATE INDEX "tags" ON "notes" ("tag");
CREATE INDEX "titles" ON "notes" ("title");
CREATE INDEX "languages" ON "notes" ((json_extract("details", '$."language"')));
CREATE INDEX "pages" ON "notes" ((CAST(json_extract("details", '$."print"."pages"') AS INTEGER)));
CREATE INDEX "doubled" ON "notes" (("id" * 2));

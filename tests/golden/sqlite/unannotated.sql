CREATE TABLE "note" (
    "id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_note" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "tag" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "ck_tag_id_type" CHECK (length("id") = 36),
    CONSTRAINT "pk_tag" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "setting" (
    "id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "pk_setting" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "line" (
    "text" TEXT NOT NULL
) STRICT;

-- [document]
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    CONSTRAINT "ck_document_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_document_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_document" PRIMARY KEY ("id")
) STRICT;
-- [/document]
-- [visit]
CREATE TABLE "visit" (
    "id" INTEGER NOT NULL,
    "guest" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    CONSTRAINT "ck_visit_guest_values" CHECK ("guest" IN ('calm', 'merry', 'cross')),
    CONSTRAINT "ck_visit_answer_values" CHECK ("answer" IN ('ok', 'not_found')),
    CONSTRAINT "pk_visit" PRIMARY KEY ("id")
) STRICT;
-- [/visit]

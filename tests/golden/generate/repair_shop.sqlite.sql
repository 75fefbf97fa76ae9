CREATE TABLE "people" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    CONSTRAINT "ck_people_name_length" CHECK (length("name") <= 200),
    CONSTRAINT "pk_people" PRIMARY KEY ("id"),
    CONSTRAINT "uq_people_email" UNIQUE ("email")
) STRICT;
CREATE TABLE "bicycles" (
    "id" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "frame_number" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    CONSTRAINT "ck_bicycles_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_bicycles_parts_type" CHECK (json_valid("parts")),
    CONSTRAINT "pk_bicycles" PRIMARY KEY ("id"),
    CONSTRAINT "fk_bicycles_owner_id" FOREIGN KEY ("owner_id") REFERENCES "people" ("id"),
    CONSTRAINT "uq_bicycles_frame_number" UNIQUE ("frame_number")
) STRICT;
CREATE INDEX "ix_bicycles_parts" ON "bicycles" ("parts");
CREATE TABLE "repairs" (
    "id" TEXT NOT NULL,
    "bicycle_id" TEXT NOT NULL,
    "mechanic_id" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "minutes" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "labour" INTEGER NOT NULL,
    "total" INTEGER NOT NULL GENERATED ALWAYS AS ("parts" + "labour") STORED,
    "opened_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_repairs_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_repairs_bicycle_id_type" CHECK (length("bicycle_id") = 36),
    CONSTRAINT "ck_repairs_state_values" CHECK ("state" IN ('waiting', 'in_work', 'done')),
    CONSTRAINT "ck_repairs_minutes_type" CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_repairs_minutes_range" CHECK ("minutes" BETWEEN 0 AND 10000),
    CONSTRAINT "ck_repairs_parts_type" CHECK ("parts" BETWEEN -99999999 AND 99999999),
    CONSTRAINT "ck_repairs_labour_type" CHECK ("labour" BETWEEN -99999999 AND 99999999),
    CONSTRAINT "ck_repairs_total_type" CHECK ("total" BETWEEN -99999999 AND 99999999),
    CONSTRAINT "ck_repairs_opened_at_type" CHECK (length("opened_at") = 27),
    CONSTRAINT "pk_repairs" PRIMARY KEY ("id"),
    CONSTRAINT "fk_repairs_bicycle_id" FOREIGN KEY ("bicycle_id") REFERENCES "bicycles" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_repairs_mechanic_id" FOREIGN KEY ("mechanic_id") REFERENCES "people" ("id") ON DELETE SET NULL,
    CONSTRAINT "ck_repairs_done" CHECK (("state" <> 'done') OR ("minutes" > 0))
) STRICT;
CREATE INDEX "ix_repairs_bicycle_id_opened_at" ON "repairs" ("bicycle_id", "opened_at" DESC);
CREATE INDEX "ix_repairs_work" ON "repairs" ("mechanic_id", "minutes") WHERE "state" = 'in_work';
CREATE TABLE "invoices" (
    "number" INTEGER NOT NULL,
    "repair_id" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    CONSTRAINT "ck_invoices_repair_id_type" CHECK (length("repair_id") = 36),
    CONSTRAINT "ck_invoices_due_type" CHECK (length("due") = 10),
    CONSTRAINT "pk_invoices" PRIMARY KEY ("number"),
    CONSTRAINT "fk_invoices_repair" FOREIGN KEY ("repair_id") REFERENCES "repairs" ("id"),
    CONSTRAINT "uq_invoices_repair_id" UNIQUE ("repair_id")
) STRICT;

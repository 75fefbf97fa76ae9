CREATE TABLE "ingestion_runs" (
    "id" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    "type" TEXT NOT NULL,
    "label" TEXT,
    "status" TEXT NOT NULL,
    "notes" TEXT,
    CONSTRAINT "ck_ingestion_runs_id_type" CHECK ("id" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_ingestion_runs_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "ck_ingestion_runs_type_values" CHECK ("type" IN ('ds_etc', 'instance_etc', 'app_bundle', 'single_conf')),
    CONSTRAINT "ck_ingestion_runs_type_length" CHECK (length("type") <= 50),
    CONSTRAINT "ck_ingestion_runs_label_length" CHECK (length("label") <= 255),
    CONSTRAINT "ck_ingestion_runs_status_values" CHECK ("status" IN ('pending', 'stored', 'failed', 'complete')),
    CONSTRAINT "ck_ingestion_runs_status_length" CHECK (length("status") <= 50),
    CONSTRAINT "pk_ingestion_runs" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_ingestion_runs_created_at" ON "ingestion_runs" ("created_at");
CREATE INDEX "ix_ingestion_runs_status" ON "ingestion_runs" ("status");
CREATE TABLE "files" (
    "id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "stored_object_key" TEXT NOT NULL,
    CONSTRAINT "ck_files_id_type" CHECK ("id" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_files_run_id_type" CHECK ("run_id" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_files_path_length" CHECK (length("path") <= 1024),
    CONSTRAINT "ck_files_sha256_length" CHECK (length("sha256") <= 64),
    CONSTRAINT "ck_files_stored_object_key_length" CHECK (length("stored_object_key") <= 512),
    CONSTRAINT "pk_files" PRIMARY KEY ("id"),
    CONSTRAINT "fk_files_run_id" FOREIGN KEY ("run_id") REFERENCES "ingestion_runs" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ix_files_run_id" ON "files" ("run_id");
CREATE INDEX "ix_files_sha256" ON "files" ("sha256");

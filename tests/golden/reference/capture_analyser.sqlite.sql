CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "is_approved" INTEGER NOT NULL DEFAULT 0,
    "approved_at" TEXT,
    "approved_by" TEXT,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_users_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_users_is_approved_type" CHECK ("is_approved" BETWEEN 0 AND 1),
    CONSTRAINT "ck_users_approved_at_type" CHECK (length("approved_at") = 27),
    CONSTRAINT "ck_users_approved_by_type" CHECK (length("approved_by") = 36),
    CONSTRAINT "ck_users_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_users" PRIMARY KEY ("id"),
    CONSTRAINT "fk_users_approved_by" FOREIGN KEY ("approved_by") REFERENCES "users" ("id") ON DELETE SET NULL,
    CONSTRAINT "uq_users_email" UNIQUE ("email")
) STRICT;
CREATE TABLE "tasks" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "error" TEXT,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_tasks_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_tasks_owner_id_type" CHECK (length("owner_id") = 36),
    CONSTRAINT "ck_tasks_status_values" CHECK ("status" IN ('queued', 'running', 'done', 'failed')),
    CONSTRAINT "ck_tasks_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_tasks" PRIMARY KEY ("id"),
    CONSTRAINT "fk_tasks_owner_id" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ix_tasks_owner_id" ON "tasks" ("owner_id");
CREATE TABLE "progress_snapshots" (
    "id" INTEGER NOT NULL,
    "task_id" TEXT NOT NULL,
    "progress" REAL NOT NULL,
    "packets" INTEGER NOT NULL,
    "taken_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_progress_snapshots_task_id_type" CHECK (length("task_id") = 36),
    CONSTRAINT "ck_progress_snapshots_progress_range" CHECK ("progress" BETWEEN 0.0 AND 1.0),
    CONSTRAINT "ck_progress_snapshots_taken_at_type" CHECK (length("taken_at") = 27),
    CONSTRAINT "pk_progress_snapshots" PRIMARY KEY ("id"),
    CONSTRAINT "fk_progress_snapshots_task_id" FOREIGN KEY ("task_id") REFERENCES "tasks" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ix_progress_snapshots_task_id" ON "progress_snapshots" ("task_id");

-- [ddl]
CREATE TABLE "projects" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_projects" PRIMARY KEY ("id"),
    CONSTRAINT "uq_projects_name" UNIQUE ("name")
) STRICT;
CREATE TABLE "tasks" (
    "id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "due" TEXT,
    CONSTRAINT "ck_tasks_status_values" CHECK ("status" IN ('open', 'done')),
    CONSTRAINT "ck_tasks_due_type" CHECK (length("due") = 10),
    CONSTRAINT "pk_tasks" PRIMARY KEY ("id"),
    CONSTRAINT "fk_tasks_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE,
    CONSTRAINT "ck_tasks_title" CHECK (length("title") > 0)
) STRICT;
CREATE INDEX "ix_tasks_project_id_due" ON "tasks" ("project_id", "due");
-- [/ddl]
-- [overdue]
SELECT "id", "project_id", "title", "status", "due" FROM "tasks" WHERE ("status" = ?1) AND ("due" < ?2) ORDER BY "due" NULLS LAST, "id";
-- [/overdue]
-- [numbers]
SELECT "projects"."name", count("tasks"."id") FILTER (WHERE "tasks"."status" = ?1) FROM "projects" LEFT JOIN "tasks" ON "tasks"."project_id" = "projects"."id" GROUP BY "projects"."name" ORDER BY "projects"."name";
-- [/numbers]

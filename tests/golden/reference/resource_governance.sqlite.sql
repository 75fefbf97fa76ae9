CREATE TABLE "resources" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "protocol" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "sensitivity_level" TEXT NOT NULL,
    "metadata" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_resources_sensitivity_level_values" CHECK ("sensitivity_level" IN ('low', 'medium', 'high', 'critical')),
    CONSTRAINT "ck_resources_metadata_type" CHECK (json_valid("metadata")),
    CONSTRAINT "ck_resources_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "ck_resources_updated_at_type" CHECK (length("updated_at") = 27),
    CONSTRAINT "pk_resources" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_resources_protocol" ON "resources" ("protocol");
CREATE INDEX "ix_resources_sensitivity" ON "resources" ("sensitivity_level");
CREATE INDEX "ix_resources_name" ON "resources" ("name");
CREATE INDEX "ix_resources_metadata_gin" ON "resources" ("metadata");
CREATE INDEX "ix_resources_protocol_active" ON "resources" ("protocol", "name") WHERE json_extract("metadata", '$."status"') = 'active';
CREATE TABLE "capabilities" (
    "id" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "input_schema" TEXT NOT NULL,
    "output_schema" TEXT NOT NULL,
    "sensitivity_level" TEXT NOT NULL,
    "metadata" TEXT NOT NULL,
    CONSTRAINT "ck_capabilities_input_schema_type" CHECK (json_valid("input_schema")),
    CONSTRAINT "ck_capabilities_output_schema_type" CHECK (json_valid("output_schema")),
    CONSTRAINT "ck_capabilities_sensitivity_level_values" CHECK ("sensitivity_level" IN ('low', 'medium', 'high', 'critical')),
    CONSTRAINT "ck_capabilities_metadata_type" CHECK (json_valid("metadata")),
    CONSTRAINT "pk_capabilities" PRIMARY KEY ("id"),
    CONSTRAINT "fk_capabilities_resource_id" FOREIGN KEY ("resource_id") REFERENCES "resources" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ix_capabilities_resource" ON "capabilities" ("resource_id");
CREATE INDEX "ix_capabilities_name" ON "capabilities" ("name");
CREATE INDEX "ix_capabilities_sensitivity" ON "capabilities" ("sensitivity_level");
CREATE INDEX "ix_capabilities_metadata_gin" ON "capabilities" ("metadata");
CREATE INDEX "ix_capabilities_resource_name_sensitivity" ON "capabilities" ("resource_id", "name", "sensitivity_level", "description");
CREATE INDEX "ix_capabilities_input_schema_type" ON "capabilities" ((json_extract("input_schema", '$."type"')));
CREATE TABLE "federation_nodes" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "enabled" INTEGER NOT NULL DEFAULT 1,
    "metadata" TEXT NOT NULL,
    "last_seen_at" TEXT,
    CONSTRAINT "ck_federation_nodes_enabled_type" CHECK ("enabled" BETWEEN 0 AND 1),
    CONSTRAINT "ck_federation_nodes_metadata_type" CHECK (json_valid("metadata")),
    CONSTRAINT "ck_federation_nodes_last_seen_at_type" CHECK (length("last_seen_at") = 27),
    CONSTRAINT "pk_federation_nodes" PRIMARY KEY ("id"),
    CONSTRAINT "uq_federation_nodes_endpoint" UNIQUE ("endpoint")
) STRICT;
CREATE TABLE "cost_tracking" (
    "id" INTEGER NOT NULL,
    "timestamp" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    "principal_id" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "capability_id" TEXT NOT NULL,
    "estimated_cost" INTEGER NOT NULL,
    "actual_cost" INTEGER,
    "metadata" TEXT NOT NULL,
    CONSTRAINT "ck_cost_tracking_timestamp_type" CHECK (length("timestamp") = 27),
    CONSTRAINT "ck_cost_tracking_estimated_cost_type" CHECK ("estimated_cost" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_cost_tracking_actual_cost_type" CHECK ("actual_cost" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_cost_tracking_metadata_type" CHECK (json_valid("metadata")),
    CONSTRAINT "pk_cost_tracking" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_cost_tracking_principal_timestamp" ON "cost_tracking" ("principal_id", "timestamp" DESC, "capability_id");
CREATE TABLE "mv_daily_cost_summary" (
    "day" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "total_cost" INTEGER,
    "uses" INTEGER NOT NULL,
    CONSTRAINT "ck_mv_daily_cost_summary_day_type" CHECK (length("day") = 10),
    CONSTRAINT "ck_mv_daily_cost_summary_total_cost_type" CHECK ("total_cost" BETWEEN -999999999999999999 AND 999999999999999999),
    CONSTRAINT "pk_mv_daily_cost_summary" PRIMARY KEY ("day", "principal_id", "resource_id")
) STRICT;
CREATE INDEX "ix_mv_daily_cost_summary_day" ON "mv_daily_cost_summary" ("day");
CREATE INDEX "ix_mv_daily_cost_summary_principal_id" ON "mv_daily_cost_summary" ("principal_id");
INSERT INTO "mv_daily_cost_summary" ("day", "principal_id", "resource_id", "total_cost", "uses") SELECT substr("timestamp", 1, 10), "principal_id", "resource_id", sum("actual_cost"), count(*) FROM "cost_tracking" GROUP BY substr("timestamp", 1, 10), "principal_id", "resource_id";
CREATE TABLE "principal_budgets" (
    "principal_id" TEXT NOT NULL,
    "daily_budget" INTEGER NOT NULL,
    "monthly_budget" INTEGER NOT NULL,
    "daily_spent" INTEGER NOT NULL DEFAULT 0,
    "monthly_spent" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    CONSTRAINT "ck_principal_budgets_daily_budget_type" CHECK ("daily_budget" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_principal_budgets_monthly_budget_type" CHECK ("monthly_budget" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_principal_budgets_daily_spent_type" CHECK ("daily_spent" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_principal_budgets_monthly_spent_type" CHECK ("monthly_spent" BETWEEN -9999999999 AND 9999999999),
    CONSTRAINT "ck_principal_budgets_currency_length" CHECK (length("currency") <= 3),
    CONSTRAINT "pk_principal_budgets" PRIMARY KEY ("principal_id")
) STRICT;
CREATE TABLE "policies" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "active" INTEGER NOT NULL DEFAULT 1,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_policies_effect_values" CHECK ("effect" IN ('allow', 'deny')),
    CONSTRAINT "ck_policies_rules_type" CHECK (json_valid("rules")),
    CONSTRAINT "ck_policies_active_type" CHECK ("active" BETWEEN 0 AND 1),
    CONSTRAINT "ck_policies_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "ck_policies_updated_at_type" CHECK (length("updated_at") = 27),
    CONSTRAINT "pk_policies" PRIMARY KEY ("id"),
    CONSTRAINT "uq_policies_name" UNIQUE ("name")
) STRICT;
CREATE TABLE "audit_events" (
    "id" INTEGER NOT NULL,
    "timestamp" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    "event_type" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "resource_id" TEXT,
    "capability_id" TEXT,
    "details" TEXT NOT NULL,
    "source_node" TEXT,
    "target_node" TEXT,
    "correlation_id" TEXT,
    CONSTRAINT "ck_audit_events_timestamp_type" CHECK (length("timestamp") = 27),
    CONSTRAINT "ck_audit_events_details_type" CHECK (json_valid("details")),
    CONSTRAINT "ck_audit_events_correlation_id_type" CHECK (length("correlation_id") = 36),
    CONSTRAINT "pk_audit_events" PRIMARY KEY ("id")
) STRICT;

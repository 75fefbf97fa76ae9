CREATE TABLE "tenants" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_tenants_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_tenants_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_tenants" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_users_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_users_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_user_role" CHECK ("role" IN ('admin', 'analyst', 'viewer')),
    CONSTRAINT "ck_users_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_users" PRIMARY KEY ("id"),
    CONSTRAINT "fk_users_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
) STRICT;
CREATE TABLE "snapshots" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "timestamp_start" TEXT NOT NULL,
    "timestamp_end" TEXT,
    "metadata" TEXT NOT NULL,
    CONSTRAINT "ck_snapshots_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_snapshots_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_snapshots_timestamp_start_type" CHECK (length("timestamp_start") = 27),
    CONSTRAINT "ck_snapshots_timestamp_end_type" CHECK (length("timestamp_end") = 27),
    CONSTRAINT "ck_snapshots_metadata_type" CHECK (json_valid("metadata")),
    CONSTRAINT "pk_snapshots" PRIMARY KEY ("id"),
    CONSTRAINT "fk_snapshots_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
) STRICT;
CREATE INDEX "ix_snapshots_tenant_id" ON "snapshots" ("tenant_id");
CREATE INDEX "ix_snapshots_timestamp_start" ON "snapshots" ("timestamp_start");
CREATE TABLE "nodes" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "snapshot_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "ck_nodes_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_nodes_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_nodes_snapshot_id_type" CHECK (length("snapshot_id") = 36),
    CONSTRAINT "ck_nodes_attributes_type" CHECK (json_valid("attributes")),
    CONSTRAINT "pk_nodes" PRIMARY KEY ("id"),
    CONSTRAINT "fk_nodes_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_nodes_snapshot_id" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots" ("id") ON DELETE CASCADE
) STRICT;
CREATE TABLE "edges" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "snapshot_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "ck_edges_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_edges_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_edges_snapshot_id_type" CHECK (length("snapshot_id") = 36),
    CONSTRAINT "ck_edges_attributes_type" CHECK (json_valid("attributes")),
    CONSTRAINT "pk_edges" PRIMARY KEY ("id"),
    CONSTRAINT "fk_edges_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_edges_snapshot_id" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ix_edges_snapshot_id" ON "edges" ("snapshot_id");
CREATE INDEX "ix_edges_source" ON "edges" ("source");
CREATE INDEX "ix_edges_source_destination" ON "edges" ("source", "destination");
CREATE TABLE "drift_events" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "risk_score" REAL NOT NULL,
    "details" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_drift_events_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_drift_events_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_drift_events_severity_values" CHECK ("severity" IN ('low', 'medium', 'high', 'critical')),
    CONSTRAINT "ck_drift_events_status_values" CHECK ("status" IN ('open', 'acknowledged', 'resolved', 'dismissed')),
    CONSTRAINT "ck_drift_events_details_type" CHECK (json_valid("details")),
    CONSTRAINT "ck_drift_events_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_drift_events" PRIMARY KEY ("id"),
    CONSTRAINT "fk_drift_events_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
) STRICT;
CREATE INDEX "ix_drift_events_tenant_id" ON "drift_events" ("tenant_id");
CREATE INDEX "ix_drift_events_severity" ON "drift_events" ("severity");
CREATE INDEX "ix_drift_events_status" ON "drift_events" ("status");
CREATE TABLE "policies" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "approved_by" TEXT,
    "approved_at" TEXT,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_policies_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_policies_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_policies_rules_type" CHECK (json_valid("rules")),
    CONSTRAINT "ck_policies_status_values" CHECK ("status" IN ('draft', 'approved', 'retired')),
    CONSTRAINT "ck_policies_approved_by_type" CHECK (length("approved_by") = 36),
    CONSTRAINT "ck_policies_approved_at_type" CHECK (length("approved_at") = 27),
    CONSTRAINT "ck_policies_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_policies" PRIMARY KEY ("id"),
    CONSTRAINT "fk_policies_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_policies_approved_by" FOREIGN KEY ("approved_by") REFERENCES "users" ("id") ON DELETE SET NULL
) STRICT;
CREATE TABLE "feedback" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "drift_event_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_feedback_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_feedback_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_feedback_drift_event_id_type" CHECK (length("drift_event_id") = 36),
    CONSTRAINT "ck_feedback_user_id_type" CHECK (length("user_id") = 36),
    CONSTRAINT "ck_feedback_verdict_values" CHECK ("verdict" IN ('expected', 'unexpected', 'unsure')),
    CONSTRAINT "ck_feedback_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_feedback" PRIMARY KEY ("id"),
    CONSTRAINT "fk_feedback_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_feedback_drift_event_id" FOREIGN KEY ("drift_event_id") REFERENCES "drift_events" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_feedback_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
) STRICT;
CREATE TABLE "whitelist" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_whitelist_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_whitelist_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_whitelist_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_whitelist" PRIMARY KEY ("id"),
    CONSTRAINT "fk_whitelist_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "uq_whitelist_tenant_src_dst" UNIQUE ("tenant_id", "source", "destination")
) STRICT;
CREATE TABLE "baselines" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "mean_calls" REAL NOT NULL,
    "deviation" REAL NOT NULL,
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_baselines_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_baselines_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_baselines_updated_at_type" CHECK (length("updated_at") = 27),
    CONSTRAINT "pk_baselines" PRIMARY KEY ("id"),
    CONSTRAINT "fk_baselines_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "uq_baseline_tenant_src_dst" UNIQUE ("tenant_id", "source", "destination")
) STRICT;
CREATE TABLE "audit_log" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT "ck_audit_log_id_type" CHECK (length("id") = 36),
    CONSTRAINT "ck_audit_log_tenant_id_type" CHECK (length("tenant_id") = 36),
    CONSTRAINT "ck_audit_log_details_type" CHECK (json_valid("details")),
    CONSTRAINT "ck_audit_log_created_at_type" CHECK (length("created_at") = 27),
    CONSTRAINT "pk_audit_log" PRIMARY KEY ("id"),
    CONSTRAINT "fk_audit_log_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "ix_audit_log_tenant_id" ON "audit_log" ("tenant_id");
CREATE INDEX "ix_audit_log_created_at" ON "audit_log" ("created_at");

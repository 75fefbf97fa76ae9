CREATE TABLE "tenants" (
    "id" uuid NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "pk_tenants" PRIMARY KEY ("id")
);
CREATE TABLE "users" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "email" text COLLATE "C" NOT NULL,
    "role" text COLLATE "C" NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "ck_user_role" CHECK ("role" IN ('admin', 'analyst', 'viewer')),
    CONSTRAINT "pk_users" PRIMARY KEY ("id"),
    CONSTRAINT "fk_users_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
);
CREATE TABLE "snapshots" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "timestamp_start" timestamptz NOT NULL,
    "timestamp_end" timestamptz,
    "metadata" jsonb NOT NULL,
    CONSTRAINT "pk_snapshots" PRIMARY KEY ("id"),
    CONSTRAINT "fk_snapshots_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
);
CREATE INDEX "ix_snapshots_tenant_id" ON "snapshots" ("tenant_id");
CREATE INDEX "ix_snapshots_timestamp_start" ON "snapshots" ("timestamp_start");
CREATE TABLE "nodes" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "snapshot_id" uuid NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "kind" text COLLATE "C" NOT NULL,
    "attributes" jsonb NOT NULL,
    CONSTRAINT "pk_nodes" PRIMARY KEY ("id"),
    CONSTRAINT "fk_nodes_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_nodes_snapshot_id" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots" ("id") ON DELETE CASCADE
);
CREATE TABLE "edges" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "snapshot_id" uuid NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "destination" text COLLATE "C" NOT NULL,
    "attributes" jsonb NOT NULL,
    CONSTRAINT "pk_edges" PRIMARY KEY ("id"),
    CONSTRAINT "fk_edges_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_edges_snapshot_id" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_edges_snapshot_id" ON "edges" ("snapshot_id");
CREATE INDEX "ix_edges_source" ON "edges" ("source");
CREATE INDEX "ix_edges_source_destination" ON "edges" ("source", "destination");
CREATE TABLE "drift_events" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "destination" text COLLATE "C" NOT NULL,
    "severity" text COLLATE "C" NOT NULL,
    "status" text COLLATE "C" NOT NULL DEFAULT 'open',
    "risk_score" double precision NOT NULL,
    "details" jsonb NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "ck_drift_events_severity_values" CHECK ("severity" IN ('low', 'medium', 'high', 'critical')),
    CONSTRAINT "ck_drift_events_status_values" CHECK ("status" IN ('open', 'acknowledged', 'resolved', 'dismissed')),
    CONSTRAINT "pk_drift_events" PRIMARY KEY ("id"),
    CONSTRAINT "fk_drift_events_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
);
CREATE INDEX "ix_drift_events_tenant_id" ON "drift_events" ("tenant_id");
CREATE INDEX "ix_drift_events_severity" ON "drift_events" ("severity");
CREATE INDEX "ix_drift_events_status" ON "drift_events" ("status");
CREATE TABLE "policies" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "name" text COLLATE "C" NOT NULL,
    "rules" jsonb NOT NULL,
    "status" text COLLATE "C" NOT NULL DEFAULT 'draft',
    "approved_by" uuid,
    "approved_at" timestamptz,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "ck_policies_status_values" CHECK ("status" IN ('draft', 'approved', 'retired')),
    CONSTRAINT "pk_policies" PRIMARY KEY ("id"),
    CONSTRAINT "fk_policies_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_policies_approved_by" FOREIGN KEY ("approved_by") REFERENCES "users" ("id") ON DELETE SET NULL
);
CREATE TABLE "feedback" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "drift_event_id" uuid NOT NULL,
    "user_id" uuid NOT NULL,
    "verdict" text COLLATE "C" NOT NULL,
    "comment" text COLLATE "C",
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "ck_feedback_verdict_values" CHECK ("verdict" IN ('expected', 'unexpected', 'unsure')),
    CONSTRAINT "pk_feedback" PRIMARY KEY ("id"),
    CONSTRAINT "fk_feedback_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "fk_feedback_drift_event_id" FOREIGN KEY ("drift_event_id") REFERENCES "drift_events" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_feedback_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "whitelist" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "destination" text COLLATE "C" NOT NULL,
    "reason" text COLLATE "C" NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "pk_whitelist" PRIMARY KEY ("id"),
    CONSTRAINT "fk_whitelist_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "uq_whitelist_tenant_src_dst" UNIQUE ("tenant_id", "source", "destination")
);
CREATE TABLE "baselines" (
    "id" uuid NOT NULL,
    "tenant_id" uuid NOT NULL,
    "source" text COLLATE "C" NOT NULL,
    "destination" text COLLATE "C" NOT NULL,
    "mean_calls" double precision NOT NULL,
    "deviation" double precision NOT NULL,
    "updated_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "pk_baselines" PRIMARY KEY ("id"),
    CONSTRAINT "fk_baselines_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    CONSTRAINT "uq_baseline_tenant_src_dst" UNIQUE ("tenant_id", "source", "destination")
);
CREATE TABLE "audit_log" (
    "id" uuid NOT NULL,
    "tenant_id" uuid,
    "actor" text COLLATE "C" NOT NULL,
    "action" text COLLATE "C" NOT NULL,
    "details" jsonb NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "pk_audit_log" PRIMARY KEY ("id"),
    CONSTRAINT "fk_audit_log_tenant_id" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_audit_log_tenant_id" ON "audit_log" ("tenant_id");
CREATE INDEX "ix_audit_log_created_at" ON "audit_log" ("created_at");

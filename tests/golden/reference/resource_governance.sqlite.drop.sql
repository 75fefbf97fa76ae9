DROP TABLE IF EXISTS "audit_events";
DROP TABLE IF EXISTS "policies";
DROP TABLE IF EXISTS "principal_budgets";
DROP TABLE IF EXISTS "mv_daily_cost_summary";
DROP TABLE IF EXISTS "cost_tracking";
DROP TABLE IF EXISTS "federation_nodes";
DROP TABLE IF EXISTS "capabilities";
DROP TABLE IF EXISTS "resources";

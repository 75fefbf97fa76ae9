DROP VIEW IF EXISTS "large ""orders""";
DROP TABLE IF EXISTS "kept_days";
DROP VIEW IF EXISTS "days";
DROP TABLE IF EXISTS "orders";
DROP TABLE IF EXISTS "customer";

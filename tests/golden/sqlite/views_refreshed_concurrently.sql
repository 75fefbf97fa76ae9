DELETE FROM "kept_days";
INSERT INTO "kept_days" ("day", "orders", "pieces", "average") SELECT "day", "orders", "pieces", "mean" FROM "days";

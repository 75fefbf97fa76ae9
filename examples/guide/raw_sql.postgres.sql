-- [fragment]
SELECT "id", nullif("name", '') FROM "wares" WHERE abs(length("name") - length($1)) <= $2 AND "name" <> $1 ORDER BY ("price" * 100 / length("name")) DESC;
-- [/fragment]
-- [source]
SELECT "wares"."name", "steps"."value" FROM "wares" JOIN (SELECT $1 AS value UNION ALL SELECT $2) AS "steps" ON "wares"."id" = "steps"."value";
-- [/source]
-- [statement]
SELECT w.name, m.name, w.weight FROM wares w JOIN makers m ON m.id = w.maker_id WHERE w.price < $1 OR w.id = $2 ORDER BY w.id;
-- [/statement]

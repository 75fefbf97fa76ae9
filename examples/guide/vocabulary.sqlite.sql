-- [columns]
CREATE TABLE "sensors" (
    "sensor_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "area" INTEGER NOT NULL GENERATED ALWAYS AS ("width" * "height") STORED,
    "channel" INTEGER NOT NULL,
    "humidity" REAL NOT NULL,
    CONSTRAINT "ck_sensors_label_length" CHECK (length("label") <= 40),
    CONSTRAINT "ck_sensors_width_type" CHECK ("width" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_sensors_height_type" CHECK ("height" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_sensors_channel_type" CHECK ("channel" BETWEEN -32768 AND 32767),
    CONSTRAINT "ck_sensors_channel_range" CHECK ("channel" BETWEEN 0 AND 255),
    CONSTRAINT "ck_sensors_humidity_range" CHECK ("humidity" BETWEEN 0 AND 100),
    CONSTRAINT "pk_sensors" PRIMARY KEY ("sensor_id")
) STRICT;
-- [/columns]
-- [keys]
CREATE TABLE "teams" (
    "id" INTEGER NOT NULL,
    "leader_id" INTEGER NOT NULL,
    CONSTRAINT "pk_teams" PRIMARY KEY ("id"),
    CONSTRAINT "fk_teams_leader_id" FOREIGN KEY ("leader_id") REFERENCES "members" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE "members" (
    "id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nickname" TEXT,
    CONSTRAINT "pk_members" PRIMARY KEY ("id"),
    CONSTRAINT "fk_members_team_id" FOREIGN KEY ("team_id") REFERENCES "teams" ("id")
) STRICT;
CREATE UNIQUE INDEX "uq_members_name_nickname" ON "members" ("name", ("nickname" IS NULL), coalesce("nickname", 0));
-- [/keys]
-- [indexes]
CREATE TABLE "resources" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "protocol" TEXT NOT NULL,
    "retired_by" TEXT,
    "details" TEXT NOT NULL,
    CONSTRAINT "ck_resources_details_type" CHECK (json_valid("details")),
    CONSTRAINT "pk_resources" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "ix_resources_name" ON "resources" ("name") WHERE "retired_by" IS NULL;
CREATE INDEX "ix_active" ON "resources" ("protocol", "name") WHERE json_extract("details", '$."status"') = 'active';
CREATE INDEX "ix_rate" ON "resources" ((CAST(json_extract("details", '$."limits"."rate"') AS INTEGER)));
CREATE INDEX "ix_resources_protocol" ON "resources" ("protocol", "name");
CREATE INDEX "ix_details" ON "resources" ("details");
-- [/indexes]

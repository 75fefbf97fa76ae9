CREATE TABLE IF NOT EXISTS "teams" (
    "id" bigint NOT NULL,
    "leader_id" bigint NOT NULL,
    CONSTRAINT "pk_teams" PRIMARY KEY ("id")
);
CREATE TABLE IF NOT EXISTS "people" (
    "id" bigint NOT NULL,
    "team_id" bigint NOT NULL,
    "mentor_id" bigint,
    CONSTRAINT "pk_people" PRIMARY KEY ("id"),
    CONSTRAINT "fk_people_team_id" FOREIGN KEY ("team_id") REFERENCES "teams" ("id"),
    CONSTRAINT "fk_people_mentor_id" FOREIGN KEY ("mentor_id") REFERENCES "people" ("id")
);
CREATE TABLE IF NOT EXISTS "badges" (
    "id" bigint NOT NULL,
    "person_id" bigint NOT NULL,
    CONSTRAINT "pk_badges" PRIMARY KEY ("id"),
    CONSTRAINT "fk_badges_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id")
);
DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'the team''s "leader"' AND conrelid = '"teams"'::regclass) THEN ALTER TABLE "teams" ADD CONSTRAINT "the team's ""leader""" FOREIGN KEY ("leader_id") REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED;
END IF; END $stoa$;

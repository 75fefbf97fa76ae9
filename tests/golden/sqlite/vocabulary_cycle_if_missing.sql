CREATE TABLE IF NOT EXISTS "teams" (
    "id" INTEGER NOT NULL,
    "leader_id" INTEGER NOT NULL,
    CONSTRAINT "pk_teams" PRIMARY KEY ("id"),
    CONSTRAINT "the team's ""leader""" FOREIGN KEY ("leader_id") REFERENCES "people" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE IF NOT EXISTS "people" (
    "id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "mentor_id" INTEGER,
    CONSTRAINT "pk_people" PRIMARY KEY ("id"),
    CONSTRAINT "fk_people_team_id" FOREIGN KEY ("team_id") REFERENCES "teams" ("id"),
    CONSTRAINT "fk_people_mentor_id" FOREIGN KEY ("mentor_id") REFERENCES "people" ("id")
) STRICT;
CREATE TABLE IF NOT EXISTS "badges" (
    "id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    CONSTRAINT "pk_badges" PRIMARY KEY ("id"),
    CONSTRAINT "fk_badges_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id")
) STRICT;

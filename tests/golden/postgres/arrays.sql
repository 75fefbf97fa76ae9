CREATE TABLE "shelves" (
    "id" bigint NOT NULL,
    "tags" text[] COLLATE "C" NOT NULL DEFAULT '{}',
    "flags" boolean[] NOT NULL,
    "octets" smallint[] NOT NULL,
    "small" smallint[] NOT NULL,
    "medium" integer[] NOT NULL,
    "large" bigint[] NOT NULL,
    "single" real[] NOT NULL,
    "real" double precision[] NOT NULL,
    "keys" uuid[] NOT NULL,
    "moments" timestamptz[] NOT NULL,
    "days" date[] NOT NULL,
    "prices" numeric(10, 2)[] NOT NULL,
    "colors" text[] COLLATE "C" NOT NULL,
    "readers" bigint[] NOT NULL,
    "maybe" text[] COLLATE "C" DEFAULT '{}',
    CONSTRAINT "ck_shelves_colors_values" CHECK ("colors" <@ ARRAY['red', 'green']),
    CONSTRAINT "pk_shelves" PRIMARY KEY ("id"),
    CONSTRAINT "ck_shelves_tags" CHECK (cardinality("tags") <= 10)
);
CREATE INDEX "ix_shelves_tags" ON "shelves" USING gin ("tags");
CREATE INDEX "by_size" ON "shelves" ((cardinality("tags")));

// SPDX-License-Identifier: BSL-1.0
// What only PostgreSQL has: schemas, enums, materialized views, partitions, extensions, rights.

#include "databases.hpp"

#include "stoa/inspect/verify.hpp"

#include <gmock/gmock.h>

#include <string>

namespace postgres_inspect {

struct plain {
    std::int64_t id;
    std::string word;
};

struct inspected : stoa_test::databases {};

using testing::ElementsAre;

TEST_P(inspected, enums_in_their_order) {
    db().execute("CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TYPE mood ADD VALUE 'bad' BEFORE 'ok';"
                 "CREATE TYPE \"A\" AS ENUM (); CREATE TABLE t (m mood NOT NULL DEFAULT 'ok')");
    const stoa::schema_info found = stoa::inspect(db());
    ASSERT_EQ(found.enums.size(), 1U);
    EXPECT_EQ(found.enums[0].name, "mood");
    EXPECT_THAT(found.enums[0].values, ElementsAre("sad", "bad", "ok"));
    EXPECT_EQ(found.tables[0].columns[0].type, "mood");
    EXPECT_EQ(found.tables[0].columns[0].default_value, "'ok'::mood");
}

TEST_P(inspected, views_of_both_kinds) {
    db().execute(
        "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t; CREATE MATERIALIZED VIEW m AS SELECT 1 AS b;"
        "COMMENT ON VIEW v IS 'seen'; COMMENT ON MATERIALIZED VIEW m IS 'kept'; CREATE UNIQUE INDEX ix ON m (b);"
        "ALTER VIEW v SET (security_barrier = true)");
    const stoa::schema_info found = stoa::inspect(db());
    ASSERT_EQ(found.views.size(), 2U);
    EXPECT_EQ(found.views[0].name, "m");
    EXPECT_EQ(found.views[0].definition, "SELECT 1 AS b");
    EXPECT_TRUE(found.views[0].materialized);
    EXPECT_EQ(found.views[0].comment, "kept");
    ASSERT_EQ(found.views[0].indexes.size(), 1U);
    EXPECT_TRUE(found.views[0].indexes[0].unique);
    EXPECT_FALSE(found.views[1].materialized);
    ASSERT_EQ(found.views[1].columns.size(), 1U);
    EXPECT_EQ(found.views[1].columns[0].type, "integer");
    EXPECT_EQ(found.views[1].options, "WITH (security_barrier=true)");
    EXPECT_EQ(found.views[1].comment, "seen");
    EXPECT_TRUE(found.views[1].definition.ends_with("FROM t"));
}

TEST_P(inspected, a_partitioned_table_without_its_partitions) {
    db().execute(
        "CREATE TABLE target (id integer PRIMARY KEY); CREATE TABLE p (d date NOT NULL, r integer REFERENCES target,"
        "CONSTRAINT ck CHECK (r > 0), PRIMARY KEY (d)) PARTITION BY RANGE (d); CREATE INDEX ix ON p (r);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')");
    const stoa::schema_info found = stoa::inspect(db());
    ASSERT_EQ(found.tables.size(), 2U);
    EXPECT_EQ(found.tables[0].options, "PARTITION BY RANGE (d)");
    EXPECT_EQ(found.tables[0].foreign_keys.size(), 1U);
    EXPECT_EQ(found.tables[0].indexes.size(), 1U);
    EXPECT_EQ(found.tables[0].checks.size(), 1U);
}

TEST_P(inspected, other_schemas_are_named_but_not_read) {
    db().execute("CREATE SCHEMA stoa_other; CREATE TABLE stoa_other.far (id integer PRIMARY KEY);"
                 "CREATE TABLE near (id integer REFERENCES stoa_other.far MATCH FULL)");
    const stoa::schema_info found = stoa::inspect(db());
    db().execute("DROP SCHEMA stoa_other CASCADE");
    ASSERT_EQ(found.tables.size(), 1U);
    EXPECT_EQ(found.tables[0].foreign_keys[0].target, "stoa_other.far");
    EXPECT_TRUE(found.tables[0].foreign_keys[0].match_full);
}

TEST_P(inspected, without_a_schema_in_the_search_path_there_is_nothing_and_verify_still_works) {
    db().execute("SET search_path TO ''");
    EXPECT_EQ(stoa::inspect(db()), stoa::schema_info{});
    const auto found = stoa::verify<stoa::schema<plain>>(db());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, stoa::difference_kind::missing);
}

TEST_P(inspected, the_scratch_schema_is_gone_and_the_search_path_is_as_before) {
    static constexpr auto columns = stoa::inspection::result_of<stoa::inspection::as_text, stoa::inspection::as_number>;
    static constexpr stoa::statement_info question{
        "SELECT current_setting('search_path'), count(*) FROM pg_namespace WHERE nspname LIKE 'stoa_scratch%'",
        {},
        columns};
    std::string before;
    stoa::inspection::for_each_row(db(), question, [&](auto& row) { before = row.text(); });
    db().create<stoa::schema<plain>>();
    EXPECT_TRUE(stoa::verify<stoa::schema<plain>>(db()).empty());
    stoa::inspection::for_each_row(db(), question, [&](auto& row) {
        EXPECT_EQ(row.text(), before);
        EXPECT_EQ(row.number(), 0);
    });
}

TEST_P(inspected, who_may_not_create_a_schema_is_told_so) {
    db().create<stoa::schema<plain>>();
    db().execute("SET default_transaction_read_only = on");
    EXPECT_EQ(stoa::inspect(db()).tables.size(), 1U);
    EXPECT_THROW(stoa::verify<stoa::schema<plain>>(db()), stoa::statement_error);
    db().execute("SET default_transaction_read_only = off");
    EXPECT_TRUE(stoa::verify<stoa::schema<plain>>(db()).empty());
}

INSTANTIATE_TEST_SUITE_P(on, inspected, testing::Values(stoa_test::kind::postgres), stoa_test::name_of);

} // namespace postgres_inspect

// SPDX-License-Identifier: BSL-1.0
// Definitions nobody but a person writes: what SQLite keeps as text is understood however it was typed.

#include "stoa/sqlite.hpp"

#include "stoa/inspect/inspect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using stoa::deferral;
using testing::ElementsAre;

struct sqlite_inspect : testing::Test {
    stoa::table_info table(std::string_view script, std::string_view name = "t") {
        db.execute(script);
        for (stoa::table_info& each : stoa::inspect(db).tables)
            if (each.name == name) return each;
        ADD_FAILURE() << "there is no table " << name;
        return {};
    }

    stoa::session<stoa::sqlite::connection> db{stoa::sqlite::connection("sqlite::memory:")};
};

TEST_F(sqlite_inspect, constraints_may_stand_behind_their_column) {
    db.execute("CREATE TABLE other (k TEXT PRIMARY KEY)");
    const stoa::table_info t = table("create table t(a integer constraint pk primary key autoincrement, b text "
                                     "constraint nn not null constraint uq unique "
                                     "on conflict ignore constraint ck check (b <> 'x, y)') constraint fk references "
                                     "other(k) on delete set default on "
                                     "update no action deferrable initially deferred, c DECIMAL(10, 2) DEFAULT -1.5 "
                                     "COLLATE NoCase, d references other)");
    EXPECT_EQ(t.primary_key->name, "pk");
    EXPECT_FALSE(t.columns[0].identity->reuses_keys);
    EXPECT_FALSE(t.columns[1].nullable);
    ASSERT_EQ(t.uniques.size(), 1U);
    EXPECT_EQ(t.uniques[0].name, "uq");
    EXPECT_THAT(t.uniques[0].columns, ElementsAre("b"));
    ASSERT_EQ(t.checks.size(), 1U);
    EXPECT_EQ(t.checks[0], (stoa::check_info{"ck", "b <> 'x, y)'", true}));
    ASSERT_EQ(t.foreign_keys.size(), 2U);
    EXPECT_EQ(t.foreign_keys[0].name, "");
    EXPECT_THAT(t.foreign_keys[0].columns, ElementsAre("d"));
    EXPECT_THAT(t.foreign_keys[0].target_columns, ElementsAre("k"));
    EXPECT_EQ(t.foreign_keys[1].name, "fk");
    EXPECT_EQ(t.foreign_keys[1].on_delete, stoa::set_default);
    EXPECT_EQ(t.foreign_keys[1].checked, deferral::deferred);
    EXPECT_EQ(t.columns[2].type, "DECIMAL(10, 2)");
    EXPECT_EQ(t.columns[2].default_value, "-1.5");
    EXPECT_EQ(t.columns[2].collation, "NoCase");
    EXPECT_EQ(t.options, "");
}

TEST_F(sqlite_inspect, constraints_of_a_table_may_lack_names_and_commas) {
    const stoa::table_info t = table(R"(CREATE TABLE "t" (
        [a b] INT, `c``d` INT, -- a comment, with (parentheses
        "e""f" INT /* , more */,
        PRIMARY KEY ([a b], "c`d") CHECK ("e""f">0) CONSTRAINT 'two' CHECK("e""f"   <  9)
        UNIQUE ("e""f" COLLATE nocase DESC, "c`d"),
        FOREIGN KEY ("e""f","c`d") REFERENCES t NOT DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT)");
    EXPECT_EQ(t.columns[0].name, "a b");
    EXPECT_EQ(t.columns[1].name, "c`d");
    EXPECT_EQ(t.columns[2].name, "e\"f");
    EXPECT_THAT(t.primary_key->columns, ElementsAre("a b", "c`d"));
    EXPECT_EQ(t.primary_key->name, "");
    ASSERT_EQ(t.checks.size(), 2U);
    EXPECT_EQ(t.checks[0], (stoa::check_info{"", R"("e""f" > 0)", true}));
    EXPECT_EQ(t.checks[1], (stoa::check_info{"two", R"("e""f" < 9)", true}));
    ASSERT_EQ(t.uniques.size(), 1U);
    EXPECT_THAT(t.uniques[0].columns, ElementsAre("e\"f", "c`d"));
    ASSERT_EQ(t.foreign_keys.size(), 1U);
    EXPECT_EQ(t.foreign_keys[0].checked, deferral::never);
    EXPECT_THAT(t.foreign_keys[0].target_columns, ElementsAre("a b", "c`d"));
    EXPECT_EQ(t.options, "STRICT, WITHOUT ROWID");
}

TEST_F(sqlite_inspect, spacing_is_the_same_whatever_was_typed) {
    const stoa::table_info t =
        table("CREATE TABLE t (a, b AS (coalesce ( a ,-1 )||'  '),\n c AS(a->>'$.x'IN(1,2))STORED,"
              " CHECK(NOT(a IS NULL)AND\n\tb>= -  2e-3 OR x'00' = a))");
    EXPECT_EQ(t.columns[1].computed, "coalesce(a, -1) || '  '");
    EXPECT_FALSE(t.columns[1].stored);
    EXPECT_EQ(t.columns[2].computed, "a ->> '$.x' IN (1, 2)");
    EXPECT_TRUE(t.columns[2].stored);
    EXPECT_EQ(t.checks[0].expression, "NOT (a IS NULL) AND b >= -2e-3 OR x'00' = a");
}

TEST_F(sqlite_inspect, an_index_has_collations_and_expressions) {
    const stoa::table_info t = table("CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE);"
                                     "CREATE INDEX i ON t (a COLLATE nocase DESC, (lower(a)), b, a || b COLLATE rtrim "
                                     "ASC, lower(b) COLLATE rtrim)where a>'where' and(b)");
    ASSERT_EQ(t.indexes.size(), 1U);
    const auto& terms = t.indexes[0].terms;
    ASSERT_EQ(terms.size(), 5U);
    EXPECT_EQ(terms[0].column, "a");
    EXPECT_EQ(terms[0].collation, "nocase");
    EXPECT_TRUE(terms[0].descending);
    EXPECT_EQ(terms[1].expression, "lower(a)");
    EXPECT_EQ(terms[1].collation, "");
    EXPECT_EQ(terms[2].column, "b");
    EXPECT_EQ(terms[2].collation, "");
    EXPECT_EQ(terms[3].expression, "a || b COLLATE rtrim"); // b's, not that of the whole
    EXPECT_EQ(terms[3].collation, "");
    EXPECT_EQ(terms[4].expression, "lower(b)");
    EXPECT_EQ(terms[4].collation, "rtrim");
    EXPECT_EQ(t.indexes[0].predicate, "a > 'where' and (b)");
}

TEST_F(sqlite_inspect, what_was_altered_is_read_as_it_is_now) {
    const stoa::table_info t = table(
        "CREATE TABLE before (a INT CHECK (a > 0), b INT); ALTER TABLE before RENAME TO t; ALTER TABLE t RENAME a TO z;"
        "ALTER TABLE t ADD COLUMN c TEXT CONSTRAINT named CHECK (c <> ''); ALTER TABLE t DROP COLUMN b;"
        "ALTER TABLE t ADD COLUMN d REFERENCES t (z) ON DELETE CASCADE DEFERRABLE");
    EXPECT_THAT(t.columns, testing::SizeIs(3));
    ASSERT_EQ(t.checks.size(), 2U);
    EXPECT_EQ(t.checks[0].expression, "z > 0");
    EXPECT_EQ(t.checks[1].name, "named");
    ASSERT_EQ(t.foreign_keys.size(), 1U);
    EXPECT_EQ(t.foreign_keys[0].checked, deferral::immediate);
}

TEST_F(sqlite_inspect, only_tables_of_ones_own_are_read) {
    db.execute(
        "CREATE TEMP TABLE passing (a); CREATE TABLE kept AS SELECT 1 AS a; CREATE VIRTUAL TABLE words USING fts5(w);"
        "CREATE TABLE counted (a INTEGER PRIMARY KEY AUTOINCREMENT)");
    const stoa::schema_info found = stoa::inspect(db);
    ASSERT_EQ(found.tables.size(), 2U);
    EXPECT_EQ(found.tables[0].name, "counted");
    EXPECT_EQ(found.tables[1].name, "kept");
}

TEST_F(sqlite_inspect, a_view_is_the_text_behind_its_name) {
    db.execute("CREATE TABLE t (a); CREATE VIEW v AS SELECT a  FROM t; CREATE VIEW w (b) AS SELECT a FROM t");
    const stoa::schema_info found = stoa::inspect(db);
    ASSERT_EQ(found.views.size(), 2U);
    EXPECT_EQ(found.views[0].definition, "SELECT a FROM t");
    EXPECT_EQ(found.views[1].definition, "(b) AS SELECT a FROM t");
}

TEST_F(sqlite_inspect, a_view_need_not_make_sense) {
    db.execute("CREATE VIEW broken AS SELECT * FROM nowhere; CREATE VIEW loop (a, \"b c\") AS SELECT * FROM loop");
    const auto views = stoa::inspect(db).views;
    ASSERT_EQ(views.size(), 2U);
    EXPECT_EQ(views[0].definition, "SELECT * FROM nowhere");
    EXPECT_TRUE(views[0].columns.empty());
    EXPECT_EQ(views[1].definition, "(a, \"b c\") AS SELECT * FROM loop");
    ASSERT_EQ(views[1].columns.size(), 2U);
    EXPECT_EQ(views[1].columns[1].name, "b c");
}

} // namespace

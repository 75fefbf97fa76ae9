// SPDX-License-Identifier: BSL-1.0
// Of all statements of a program exactly those that read a large table without an index are found.

#include "databases.hpp"
#include "program.hpp"

#include "stoa/testing/explain_statements.hpp"
#include "stoa/testing/verify_statements.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace program {

using stoa::testing::table_scan;

inline auto rename_parcel() {
    return update<parcel>().set(col<&parcel::code> = "x").where(col<&parcel::id> == std::int64_t{7});
}

/// Never called.
inline void look(stoa::database& db) {
    db.find<parcel>(std::int64_t{1});
    db.all(from<parcel>().where(col<&parcel::code> == "x"));
    constexpr auto heavy = stoa::alias<parcel, "heavy">;
    db.all(from(heavy).where(heavy[col<&parcel::weight>] == std::int64_t{7})); // has no index
    db.execute(rename_parcel());
    db.all(from<depot>().where(col<&depot::number> == std::int64_t{7})); // nor has this, but it is small
    db.all(common_query());
}

class explain_statements_of_a_program : public stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<schema>();
        db().execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                     "INSERT INTO parcels SELECT i, 'code ' || i, i FROM n");
        db().execute("INSERT INTO depots VALUES ('north', 1), ('south', 2)");
        db().execute("ANALYZE parcels; ANALYZE depots");
    }

    bool is_postgres() { return GetParam() == stoa_test::kind::postgres; }
};

TEST_P(explain_statements_of_a_program, finds_the_statement_without_an_index) {
    const std::vector<table_scan> found = stoa::testing::explain_statements(db(), {.rows = 1000});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].statement.find(R"("weight" = )"), std::string::npos) << found[0].statement;
    EXPECT_NE(found[0].source.find("program::parcel"), std::string::npos);
    EXPECT_EQ(found[0].table, "parcels");
    EXPECT_EQ(found[0].rows, 2000);
    EXPECT_EQ(found[0].plan, is_postgres() ? "Seq Scan on parcels, filter (heavy.weight = $1)" : "SCAN heavy");
    EXPECT_TRUE(to_string(found[0]).starts_with("\"parcels\" is read from its first row to its last, 2000 in all: "));
}

TEST_P(explain_statements_of_a_program, finds_none_where_tables_are_small_enough) {
    EXPECT_THAT(stoa::testing::explain_statements(db(), {.rows = 2000}), testing::IsEmpty());
}

TEST_P(explain_statements_of_a_program, finds_small_tables_where_that_is_asked) {
    const auto about_depots = [](const stoa::registered_statement& each) {
        return each.info->sql.find("depots") != std::string_view::npos;
    };
    const std::vector<table_scan> found = stoa::testing::explain_statements(db(), {.rows = 0, .wanted = about_depots});
    ASSERT_EQ(found.size(), 2U); // one of them is written by hand
    EXPECT_EQ(found[1].statement.find("SELECT * FROM depots"), 0U);
    for (const table_scan& each : found) {
        EXPECT_EQ(each.table, "depots");
        EXPECT_EQ(each.rows, 2);
    }
}

TEST_P(explain_statements_of_a_program, counts_where_there_are_no_statistics) {
    db().execute(
        "CREATE TABLE other AS SELECT * FROM parcels; DROP TABLE parcels; ALTER TABLE other RENAME TO parcels");
    const auto by_weight = [](const stoa::registered_statement& each) {
        return each.info->sql.find("WHERE \"weight\"") != std::string_view::npos;
    };
    const std::vector<table_scan> found = stoa::testing::explain_statements(db(), {.rows = 1999, .wanted = by_weight});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rows, 2000);
}

TEST_P(explain_statements_of_a_program, leaves_the_session_as_it_was) {
    const parcel before = db().find<parcel>(std::int64_t{7}).value();
    db().transaction([&] {
        db().execute(rename_parcel());
        stoa::testing::explain_statements(db());
        EXPECT_EQ(db().find<parcel>(std::int64_t{7}).value().code, "x");
    });
    EXPECT_NE(before.code, "x");
    EXPECT_EQ(db().find<parcel>(std::int64_t{7}).value().code, "x");
    EXPECT_THAT(stoa::testing::verify_statements(db()), testing::IsEmpty());
    stoa::testing::explain_statements(db());
    for ([[maybe_unused]] const parcel& each : db().stream(from<parcel>().where(col<&parcel::id> < std::int64_t{9})))
        EXPECT_THROW(stoa::testing::explain_statements(db()), stoa::statement_error);
    EXPECT_TRUE(db().find<parcel>(std::int64_t{7}));
}

STOA_TEST_ON_EVERY_DATABASE(explain_statements_of_a_program);

} // namespace program

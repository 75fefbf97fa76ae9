// SPDX-License-Identifier: BSL-1.0
// How inspect() reads: a fixed number of statements, inside the rules of the session, on any kind of it.

#include "failure.hpp"
#include "stoa/testing/statement_watch.hpp"
#include "verified_schemas.hpp"

#include <cstddef>
#include <string>

namespace verified {

struct inspect_statements : stoa_test::databases {
    std::size_t statements_of_inspect() {
        const stoa::testing::statement_watch watch(db());
        stoa::inspect(db());
        return watch.count();
    }
};

TEST_P(inspect_statements, their_number_does_not_depend_on_the_number_of_tables) {
    const std::size_t in_an_empty_database = statements_of_inspect();
    EXPECT_LE(in_an_empty_database, 10U);
    db().create<shop>();
    EXPECT_EQ(statements_of_inspect(), in_an_empty_database);
    std::string script;
    for (int i = 0; i != 60; ++i) {
        const std::string name = "t" + std::to_string(i);
        script += "CREATE TABLE " + name +
                  " (a INTEGER PRIMARY KEY, b INTEGER UNIQUE CHECK (b > 0), c INTEGER REFERENCES " + name +
                  "); CREATE INDEX ix_" + name + " ON " + name + " (c);";
    }
    db().execute(script);
    EXPECT_EQ(statements_of_inspect(), in_an_empty_database);
    EXPECT_EQ(stoa::inspect(db()).tables.size(), 63U);
}

TEST_P(inspect_statements, an_empty_database_has_nothing) {
    EXPECT_EQ(stoa::inspect(db()), stoa::schema_info{});
}

TEST_P(inspect_statements, a_change_is_seen_by_the_next_reading) {
    db().create<stoa::schema<bare>>();
    EXPECT_EQ(stoa::inspect(db()).tables[0].columns.size(), 2U);
    db().execute("ALTER TABLE \"bare\" ADD COLUMN \"third\" INTEGER");
    EXPECT_EQ(stoa::inspect(db()).tables[0].columns.size(), 3U);
}

TEST_P(inspect_statements, tables_of_an_open_transaction_are_seen) {
    db().transaction([&] {
        db().create<shop>();
        EXPECT_EQ(stoa::inspect(db()).tables.size(), 3U);
        EXPECT_EQ(text_of(stoa::verify<shop>(db())), "");
        EXPECT_EQ(stoa::inspect(db()).tables.size(), 3U);
    });
    EXPECT_EQ(text_of(stoa::verify<shop>(db())), "");
}

TEST_P(inspect_statements, nothing_runs_while_a_stream_is_open) {
    db().create<stoa::schema<bare>>();
    db().insert(bare{"a", "b"});
    db().insert(bare{"c", "d"});
    auto stream = db().stream(stoa::from<bare>());
    auto first = stream.begin();
    EXPECT_EQ(first->first, "a");
    EXPECT_EQ(stoa_test::failure_of([&] { stoa::inspect(db()); }).code(), stoa::errc::stream_open);
}

STOA_TEST_ON_EVERY_DATABASE(inspect_statements);

TEST(inspect_typed, a_session_whose_driver_is_known_while_compiling) {
    stoa::session db(stoa::sqlite::connection("sqlite::memory:"));
    db.create<shop>();
    EXPECT_EQ(stoa::inspect(db).tables.size(), 3U);
    EXPECT_EQ(text_of(stoa::verify<shop>(db)), "");
}

} // namespace verified

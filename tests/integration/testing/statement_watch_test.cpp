// SPDX-License-Identifier: BSL-1.0
// What a session sends is seen, counted and made to fail, on every database and without one.

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"
#include "stoa/testing/each_database.hpp"
#include "stoa/testing/row_snapshots.hpp"
#include "stoa/testing/stand_in.hpp"
#include "stoa/testing/statement_watch.hpp"

#include "bookshop.hpp"
#include "failure.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using bookshop::author;
using stoa::col, stoa::errc, stoa::from, stoa::testing::fault, stoa::testing::statement_watch;

using shop = stoa::schema<author>;

using namespace stoa::literals;

constexpr stoa::guid first_id = "00000000-0000-4000-8000-000000000001"_guid;

std::vector<author> authors(int count) {
    std::vector<author> made;
    for (int n = 0; n != count; ++n) made.push_back({{}, "author " + std::to_string(n), {}});
    return made;
}

std::size_t count(stoa::database& db) {
    return db.all(from<author>()).size();
}

TEST(stand_in, shows_statements_and_their_values_without_a_database) {
    stoa::testing::stand_in nothing;
    stoa::database db = nothing.open<stoa::dialect::postgres>();
    statement_watch watch(db);
    db.insert(author{first_id, "O'Brian", std::nullopt});
    ASSERT_EQ(watch.count(), 1U);
    EXPECT_EQ(to_string(watch.statements()[0]),
              "INSERT INTO \"authors\" (\"id\", \"name\", \"motto\") VALUES ($1, $2, $3)"
              " -- (00000000-0000-4000-8000-000000000001, 'O''Brian', NULL)");
}

TEST(stand_in, answers_what_it_was_told) {
    stoa::testing::stand_in nothing;
    stoa::database db = nothing.open<stoa::dialect::sqlite>();
    EXPECT_TRUE(db.all(from<author>()).empty());
    nothing.answer(std::vector{author{first_id, "Ada", "on"}});
    EXPECT_EQ(db.one(from<author>()).motto, "on");
    nothing.answer(std::vector<std::int64_t>{7, 8});
    EXPECT_EQ(db.all(from<author>().select(stoa::count())), (std::vector<std::int64_t>{7, 8}));
    nothing.answer_changed(3);
    EXPECT_EQ(db.execute(stoa::delete_from<author>()), 3);
    nothing.answer(std::vector<std::string>{"text"});
    const stoa::error failure = stoa_test::failure_of([&] { db.one(from<author>().select(stoa::count())); });
    EXPECT_TRUE(stoa_test::says(failure, "column 1 is read as int64 and was given 'text'")) << failure.what();
}

TEST(statement_watch, counts_statements_but_not_what_begins_and_ends_transactions) {
    stoa::testing::each_database<shop>([](auto& db) {
        statement_watch watch(db);
        db.transaction([&] { db.insert(author{{}, "Ada", {}}); });
        count(db);
        EXPECT_NO_THROW(watch.expect_statements(2));
        watch.clear();
        auto many = authors(40);
        db.insert_many(many);
        EXPECT_NO_THROW(watch.expect_no_repetition(40));
        watch.clear();
        db.first(from<author>().where(col<&author::name> == "Ada"));
        try {
            watch.expect_statements(0);
            ADD_FAILURE() << "nothing was thrown";
        } catch (const stoa::testing::unexpected_statements& failure) {
            const std::string text = failure.what();
            EXPECT_TRUE(text.starts_with("0 statements were expected, and 1 sent:\n  SELECT ")) << text;
            EXPECT_TRUE(text.ends_with("-- ('Ada', 1)")) << text;
        }
    });
}

TEST(statement_watch, leaves_the_session_as_it_was) {
    stoa::testing::each_database<shop>([](auto& db) {
        {
            const statement_watch watch(db);
            EXPECT_EQ(count(db), 0U);
        }
        db.insert(author{{}, "Ada", {}});
        EXPECT_EQ(count(db), 1U);
    });
}

TEST(statement_watch, sees_the_statements_of_a_pipeline) {
    stoa::testing::each_database<shop>([](auto& db, std::string_view name) {
        SCOPED_TRACE(name);
        db.insert(author{first_id, "Ada", {}});
        statement_watch watch(db);
        const auto [found, again] = db.pipeline([](stoa::pipeline& p) {
            return std::tuple{p.find<author>(first_id), p.find<author>(first_id)};
        });
        EXPECT_EQ(found->value().name, "Ada");
        EXPECT_EQ(again->value().name, "Ada");
        EXPECT_NO_THROW(watch.expect_statements(2));
        watch.fail({.code = errc::busy, .call = 2, .matching = "SELECT"});
        EXPECT_THROW(db.pipeline([](stoa::pipeline& p) {
            return std::tuple{p.find<author>(first_id), p.find<author>(first_id)};
        }),
                     stoa::serialization_failure);
        EXPECT_EQ(count(db), 1U);
    });
}

TEST(statement_watch, finds_a_statement_that_one_place_sends_again_and_again) {
    stoa::testing::each_database<shop>([](auto& db) {
        statement_watch watch(db);
        const auto find = [&] { db.first(from<author>().where(col<&author::id> == first_id)); };
        find();
        find();
        EXPECT_TRUE(watch.repeated().empty()); // two places
        EXPECT_NO_THROW(watch.expect_no_repetition());
        for (int n = 0; n != 5; ++n) find();
        ASSERT_EQ(watch.repeated().size(), 1U);
        EXPECT_EQ(watch.repeated()[0].times, 5U);
        EXPECT_TRUE(watch.repeated(5).empty());
        EXPECT_THROW(watch.expect_no_repetition(), stoa::testing::unexpected_statements);
    });
}

TEST(faults, happen_at_the_call_they_name) {
    stoa::testing::each_database<shop>([](auto& db, std::string_view name) {
        SCOPED_TRACE(name);
        statement_watch watch(db);
        watch.fail({.code = errc::busy, .call = 2});
        count(db);
        EXPECT_EQ(stoa_test::failure_of<stoa::serialization_failure>([&] { count(db); }).code(), errc::busy);
        EXPECT_EQ(count(db), 0U);

        watch.fail({.code = errc::serialization_failure, .matching = "COMMIT"});
        const auto store = [&] { db.transaction([&] { db.insert(author{{}, "Ada", {}}); }); };
        EXPECT_EQ(stoa_test::failure_of(store).native_code(), name == "postgres" ? "40001" : "517");
        EXPECT_EQ(count(db), 0U);
        store();
        EXPECT_EQ(count(db), 1U);
    });
}

TEST(faults, happen_in_pipelines) {
    stoa::testing::each_database<shop>([](auto& db) {
        statement_watch watch(db);
        watch.fail({.code = errc::busy, .call = 2, .matching = "INSERT"});
        const auto store = [&] {
            db.pipeline([&](stoa::pipeline& p) {
                for (const author& each : authors(3)) p.insert(each);
            });
        };
        EXPECT_EQ(stoa_test::failure_of<stoa::serialization_failure>(store).statement(), 1U);
        EXPECT_EQ(count(db), 0U);
        EXPECT_EQ(watch.count(), 3U);
        store();
        EXPECT_EQ(count(db), 3U);
        watch.fail({.code = errc::connection_lost, .matching = "INSERT"});
        EXPECT_THROW(store(), stoa::connection_error);
    });
}

TEST(faults, let_a_result_end_too_early) {
    stoa::testing::each_database<shop>([](auto& db) {
        db.insert_many(authors(3));
        statement_watch watch(db);
        watch.fail({.code = errc::canceled, .matching = "SELECT", .after_rows = 2});
        std::size_t seen = 0;
        EXPECT_EQ(stoa_test::failure_of([&] {
                      for ([[maybe_unused]] const auto& each : db.stream(from<author>())) ++seen;
                  }).code(),
                  errc::canceled);
        EXPECT_EQ(seen, 2U);
        EXPECT_EQ(count(db), 3U);
    });
}

TEST(faults, end_a_connection) {
    stoa::testing::each_database<shop>([](auto& db) {
        {
            statement_watch watch(db);
            watch.fail({.code = errc::connection_lost, .matching = "INSERT"});
            EXPECT_THROW(db.transaction([&] { db.insert(author{{}, "Ada", {}}); }), stoa::connection_error);
            EXPECT_THROW(count(db), stoa::connection_error);
        }
        EXPECT_THROW(count(db), stoa::connection_error);
    });
    stoa::testing::each_database<shop>([](auto& db) { EXPECT_EQ(count(db), 0U); });
}

TEST(row_snapshots, compare_what_databases_have) {
    stoa::testing::row_snapshots seen;
    stoa::testing::each_database<shop>([&](auto& db, std::string_view name) {
        db.insert(author{first_id, "Ada", "on"});
        seen.add(name, "authors", db.all(from<author>()));
        seen.add(name, "names", db.all(from<author>().select(col<&author::name>, col<&author::motto>)));
    });
    EXPECT_EQ(seen.difference(), "");
    seen.add("sqlite", "names", std::vector{std::tuple(std::string("Ada"), std::optional<std::string>())});
    EXPECT_EQ(seen.difference(),
              "names: row 0, counted from 0, is not the same\n  sqlite: ('Ada', 'on')\n  sqlite: ('Ada', NULL)");
}

} // namespace

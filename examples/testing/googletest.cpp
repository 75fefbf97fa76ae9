// SPDX-License-Identifier: BSL-1.0

// The test kit with GoogleTest.

#include "lending.hpp"

#include <stoa/testing/each_database.hpp>
#include <stoa/testing/stand_in.hpp>
#include <stoa/testing/statement_watch.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace {

using namespace lending;

// [googletest]
TEST(lending, stops_when_all_copies_are_gone) {
    const auto runs = stoa::testing::each_database<library>([](stoa::database& db, std::string_view name) {
        SCOPED_TRACE(name);
        const book dune = db.insert(book{0, "Dune", 1});
        EXPECT_TRUE(lend(db, dune, "Ada"));
        EXPECT_FALSE(lend(db, dune, "Grace"));
    });
    if (!runs.complete()) GTEST_SKIP() << to_string(runs);
}
// [/googletest]

// [fault]
TEST(lending, tries_again_where_others_were_in_the_way) {
    stoa::testing::each_database<library>([](stoa::database& db) {
        const book dune = db.insert(book{0, "Dune", 1});
        stoa::testing::statement_watch watch(db);
        watch.fail({.code = stoa::errc::serialization_failure, .matching = "COMMIT"});
        EXPECT_TRUE(lend(db, dune, "Ada"));
        EXPECT_EQ(lent(db, dune.id), 1);
        watch.fail({.code = stoa::errc::connection_lost, .matching = "INSERT"});
        EXPECT_THROW(lend(db, db.insert(book{0, "Emma", 1}), "Ada"), stoa::connection_error);
    });
}
// [/fault]

// [stand_in]
TEST(lending, asks_how_many_are_lent_and_stores_nothing_where_all_are) {
    stoa::testing::stand_in nothing;
    stoa::database db = nothing.open<stoa::dialect::postgres>();
    const stoa::testing::statement_watch watch(db);
    nothing.answer(std::vector<std::int64_t>{2});
    EXPECT_FALSE(lend(db, book{7, "Dune", 2}, "Ada"));
    ASSERT_EQ(watch.count(), 1U);
    EXPECT_EQ(to_string(watch.statements()[0]), "SELECT count(*) FROM \"loans\" WHERE \"book_id\" = $1 -- (7)");
}
// [/stand_in]

} // namespace

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}

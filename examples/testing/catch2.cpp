// SPDX-License-Identifier: BSL-1.0

// The test kit with Catch2, version 2.

#include "lending.hpp"

#include <stoa/testing/each_database.hpp>
#include <stoa/testing/statement_watch.hpp>

#define CATCH_CONFIG_NO_COUNTER // __COUNTER__ is none of C++20's
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <tuple>

using namespace lending;

// [catch2]
TEST_CASE("the most popular books are found in one statement") {
    const auto runs = stoa::testing::each_database<library>(
        [](stoa::database& db, std::string_view name) {
            INFO(name);
            const book dune = db.insert(book{0, "Dune", 2});
            db.insert(book{0, "Emma", 1});
            REQUIRE(lend(db, dune, "Ada"));
            const stoa::testing::statement_watch watch(db);
            CHECK(popular(db).at(0) == std::tuple("Dune", 1));
            watch.expect_statements(1);
        },
        {.isolation = stoa::testing::isolated_by::rollback});
    if (!runs.complete()) WARN(to_string(runs));
}
// [/catch2]

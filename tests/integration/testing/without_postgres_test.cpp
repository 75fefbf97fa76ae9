// SPDX-License-Identifier: BSL-1.0
// A program part that includes one driver only.

#include "stoa/sqlite.hpp"
#include "stoa/testing/each_database.hpp"

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>

namespace {

TEST(each_database_without_a_driver, says_so_or_fails) {
    using shop = stoa::schema<bookshop::customer>;
    const char* const required = std::getenv("STOA_TEST_REQUIRE_POSTGRES");
    const std::string before = required == nullptr ? "" : required;
    unsetenv("STOA_TEST_REQUIRE_POSTGRES");
    std::ostringstream report;
    int times = 0;
    const auto runs = stoa::testing::each_database<shop>([&](auto&) { ++times; }, {.report = &report});
    EXPECT_EQ(times, 1);
    EXPECT_EQ(to_string(runs), "sqlite: ran; postgres: skipped, its driver is not part of the program. Include "
                               "stoa/postgres.hpp before the call.");
    EXPECT_EQ(report.str(), "stoa: each_database: skipped postgres: its driver is not part of the program. Include "
                            "stoa/postgres.hpp before the call.\n");
    EXPECT_THROW(stoa::testing::each_database<shop>([](auto&) {}, {.require_all = true}), stoa::connection_error);
    setenv("STOA_TEST_REQUIRE_POSTGRES", "1", 1);
    EXPECT_THROW(stoa::testing::each_database<shop>([](auto&) {}), stoa::connection_error);
    if (required == nullptr)
        unsetenv("STOA_TEST_REQUIRE_POSTGRES");
    else
        setenv("STOA_TEST_REQUIRE_POSTGRES", before.c_str(), 1);
}

} // namespace

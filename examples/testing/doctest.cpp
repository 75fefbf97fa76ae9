// SPDX-License-Identifier: BSL-1.0

// The test kit with doctest.

#include "lending.hpp"

#include <stoa/testing/each_database.hpp>
#include <stoa/testing/golden.hpp>
#include <stoa/testing/record_maker.hpp>
#include <stoa/testing/row_snapshots.hpp>

#ifdef __clang__ // doctest 2.4.9 names its functions with __COUNTER__, which newer versions of clang warn of
#pragma clang diagnostic ignored "-Wunknown-warning-option"
#pragma clang diagnostic ignored "-Wc2y-extensions"
#endif
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <string_view>

using namespace lending;

// [doctest]
TEST_CASE("databases agree on which books are popular") {
    stoa::testing::row_snapshots seen;
    const auto runs = stoa::testing::each_database<library>([&](stoa::database& db, std::string_view name) {
        stoa::testing::record_maker make(2024);
        make.insert<book>(db, 20);
        make.insert<loan>(db, 50, [](loan& each) { each.reader.resize(1); });
        seen.add(name, "popular books", popular(db));
    });
    CHECK(seen.difference() == "");
    if (!runs.complete()) MESSAGE(to_string(runs));
}
// [/doctest]

// [golden]
TEST_CASE("the tables are what was agreed on") {
    CHECK(stoa::testing::compare_golden_ddl<library>("golden", "library") == "");
}
// [/golden]

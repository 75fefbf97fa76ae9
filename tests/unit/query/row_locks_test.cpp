// SPDX-License-Identifier: BSL-1.0
// The text of queries that lock rows.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using namespace bookshop;
using stoa::from;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

constexpr auto query = from<copy>().select(col<&copy::shelf>).limit(1);

TEST(row_locks, stand_at_the_end) {
    static_assert(on_postgres(query.for_update()) == R"(SELECT "shelf" FROM "copies" LIMIT $1 FOR UPDATE)");
    static_assert(on_postgres(query.for_share()) == R"(SELECT "shelf" FROM "copies" LIMIT $1 FOR SHARE)");
    static_assert(on_postgres(from<copy>().for_share().nowait().select(col<&copy::shelf>).limit(1)) ==
                  R"(SELECT "shelf" FROM "copies" LIMIT $1 FOR SHARE NOWAIT)");
    static_assert(on_postgres(query.for_update().skip_locked()) ==
                  R"(SELECT "shelf" FROM "copies" LIMIT $1 FOR UPDATE SKIP LOCKED)");
}

TEST(row_locks, can_be_those_of_one_table) {
    constexpr auto joined = from<copy>().join<book>().left_join<loan>().select(col<&copy::shelf>);
    static_assert(
        on_postgres(joined.for_update_of<copy>().skip_locked()).ends_with(R"( FOR UPDATE OF "copies" SKIP LOCKED)"));
}

TEST(row_locks, are_not_said_where_there_are_none) {
    static_assert(on_sqlite(query.for_update().skip_locked()) == on_sqlite(query));
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
// The text of statements that read rows of the program.

#include "bookshop.hpp"

#include "stoa/query/given_rows.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace {

using namespace bookshop;
using stoa::from;

struct place {
    stoa::guid book_id;
    std::optional<std::string> shelf;
};

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(given_rows, are_written_out_with_a_parameter_for_each_value) {
    const auto two = stoa::values<"v">(place{}, place{});
    EXPECT_EQ(on_sqlite(from(two)), R"(SELECT "book_id", "shelf" FROM (SELECT "column1" AS "book_id", "column2" AS )"
                                    R"("shelf" FROM (VALUES (?1, ?2), (?3, ?4)) AS "rows") AS "v")");
    EXPECT_EQ(on_postgres(from(two)),
              R"(SELECT "book_id", "shelf" FROM (SELECT "column1" AS "book_id", "column2" COLLATE "C" AS )"
              R"("shelf" FROM (VALUES ($1, $2), ($3, $4)) AS "rows") AS "v")");
}

TEST(given_rows, are_bound_as_a_list_for_each_column) {
    const auto list = stoa::rows<"v">(std::vector<place>{});
    EXPECT_EQ(on_sqlite(from(list)),
              R"(SELECT "book_id", "shelf" FROM (SELECT "1" AS "book_id", "2" AS "shelf" FROM )"
              R"((SELECT key, stoa_guid(value) AS "1" FROM json_each(?1) LIMIT -1) AS "list1" JOIN )"
              R"((SELECT key, value AS "2" FROM json_each(?2) LIMIT -1) AS "list2" USING (key)) AS "v")");
    EXPECT_EQ(on_postgres(from(list)),
              R"(SELECT "book_id", "shelf" FROM (SELECT "1" AS "book_id", "2" COLLATE "C" AS "shelf" FROM )"
              R"(unnest($1, $2) AS "list" ("1", "2")) AS "v")");
}

TEST(given_rows, are_joined_under_their_name) {
    const auto list = stoa::values<"v">(place{});
    const auto query = from<copy>().join(list, list[col<&place::book_id>] == col<&copy::book_id>);
    EXPECT_TRUE(on_postgres(query.select(list[col<&place::shelf>]))
                    .starts_with(R"(SELECT "v"."shelf" FROM "copies" JOIN (SELECT "column1" AS "book_id", )"));
}

} // namespace

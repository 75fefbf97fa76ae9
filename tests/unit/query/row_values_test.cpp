// SPDX-License-Identifier: BSL-1.0
// The text of comparisons of rows.

#include "bookshop.hpp"

#include "stoa/expression/row_value.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using namespace bookshop;
using stoa::from, stoa::row;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

template <class Condition>
constexpr auto where(Condition condition) {
    return from<copy>().where(condition).select(col<&copy::shelf>);
}

TEST(row_values, stand_side_by_side_in_parentheses) {
    constexpr auto query = where(row(col<&copy::shelf>, col<&copy::number>) > row("A", 7));
    static_assert(on_sqlite(query) == R"(SELECT "shelf" FROM "copies" WHERE ("shelf", "number") > (?1, ?2))");
    static_assert(on_postgres(query) == R"(SELECT "shelf" FROM "copies" WHERE ("shelf", "number") > ($1, $2))");
    constexpr auto inverse = where(!(row("A", 7) == row(col<&copy::shelf>, col<&copy::number>)));
    static_assert(on_sqlite(inverse) == R"(SELECT "shelf" FROM "copies" WHERE NOT ((?1, ?2) = ("shelf", "number")))");
}

TEST(row_values, compare_null_where_a_value_is_optional) {
    constexpr auto query = from<book>()
                               .where(row(col<&book::pages>, col<&book::year>) == row(1, std::optional<int>()))
                               .select(col<&book::title>);
    static_assert(on_postgres(query) ==
                  R"(SELECT "title" FROM "books" WHERE ("pages", "year") IS NOT DISTINCT FROM ($1, $2))");
}

TEST(row_values, are_bound_as_a_list_for_each_column) {
    const auto query =
        where(row(col<&copy::book_id>, col<&copy::number>).in(std::vector<std::tuple<stoa::guid, int>>{}));
    EXPECT_EQ(on_sqlite(query), R"(SELECT "shelf" FROM "copies" WHERE ("book_id", "number") IN (SELECT "1", "2" FROM )"
                                R"((SELECT key, stoa_guid(value) AS "1" FROM json_each(?1) LIMIT -1) AS "list1" JOIN )"
                                R"((SELECT key, value AS "2" FROM json_each(?2) LIMIT -1) AS "list2" USING (key)))");
    EXPECT_EQ(on_postgres(query), R"(SELECT "shelf" FROM "copies" WHERE ("book_id", "number") IN )"
                                  R"((SELECT "1", "2" FROM unnest($1, $2) AS "list" ("1", "2")))");
}

TEST(row_values, are_looked_for_among_the_rows_of_a_query) {
    constexpr auto query = where(row(col<&copy::book_id>, col<&copy::number>)
                                     .in(from<loan>().select(col<&loan::book_id>, col<&loan::copy_number>)));
    static_assert(on_postgres(query) ==
                  R"(SELECT "copies"."shelf" FROM "copies" WHERE ("copies"."book_id", "copies"."number") IN )"
                  R"((SELECT "loans"."book_id", "loans"."copy_number" FROM "loans"))");
}

} // namespace

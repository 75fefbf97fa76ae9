// SPDX-License-Identifier: BSL-1.0
// The exact text of queries that keep the first row of each key, and of windows with names.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace {

using namespace bookshop;
using stoa::desc, stoa::from, stoa::named_window, stoa::partition_by, stoa::sum;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

constexpr auto kind = col<&book::kind>;
constexpr auto year = col<&book::year>;
constexpr auto price = col<&book::price>;

TEST(first_rows, are_numbered_in_a_subquery) {
    constexpr auto query =
        from<book>().distinct_on(kind).where(price < 10).order_by(desc(year), price).select(kind, price).limit(3);
    static_assert(on_sqlite(query) ==
                  R"(SELECT "c1", "c2" FROM (SELECT "kind" AS "c1", "price" AS "c2", "year" AS "s1", "price" AS "s2", )"
                  R"(row_number() OVER (PARTITION BY "kind" ORDER BY "year" DESC NULLS FIRST, "price") AS "number" )"
                  R"(FROM "books" WHERE "price" < ?1) AS "stoa_rows" WHERE "number" = 1 )"
                  R"(ORDER BY "s1" DESC NULLS FIRST, "s2" LIMIT ?2)");
    static_assert(
        on_postgres(query) ==
        R"(SELECT "c1", "c2" FROM (SELECT "kind" AS "c1", "price" AS "c2", "year" AS "s1", "price" AS "s2", )"
        R"(row_number() OVER (PARTITION BY "kind" ORDER BY "year" DESC, "price") AS "number" )"
        R"(FROM "books" WHERE "price" < $1) AS "stoa_rows" WHERE "number" = 1 ORDER BY "s1" DESC, "s2" LIMIT $2)");
}

TEST(named_windows, are_said_once_by_the_query) {
    constexpr auto rows = named_window<"rows">(partition_by(kind).order_by(price + 1));
    constexpr auto others = named_window<"others">(
        stoa::sorted_by(year).rows_between(stoa::preceding<1>, stoa::following<1>).exclude_current_row());
    constexpr auto query = from<book>()
                               .where(price < 10)
                               .order_by(stoa::row_number().over(rows))
                               .limit(2)
                               .window(rows, others)
                               .select(sum(year).over(rows), stoa::first_value(price).over(others));
    static_assert(on_sqlite(query) ==
                  R"(SELECT sum("year") OVER "rows", first_value("price") OVER "others" FROM "books" )"
                  R"(WHERE "price" < ?1 WINDOW "rows" AS (PARTITION BY "kind" ORDER BY ("price" + ?3)), )"
                  R"("others" AS (ORDER BY "year" NULLS LAST )"
                  R"(ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) )"
                  R"(ORDER BY row_number() OVER "rows" LIMIT ?2)");
    static_assert(on_postgres(query) ==
                  R"(SELECT CAST(sum("year") OVER "rows" AS bigint), first_value("price") OVER "others" FROM "books" )"
                  R"(WHERE "price" < $1 WINDOW "rows" AS (PARTITION BY "kind" ORDER BY ("price" + $3)), )"
                  R"("others" AS (ORDER BY "year" ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) )"
                  R"(ORDER BY row_number() OVER "rows" LIMIT $2)");
    using row = stoa::row_t<decltype(query)>;
    static_assert(std::is_same_v<row, std::tuple<std::optional<std::int64_t>, std::optional<stoa::decimal<10, 2>>>>);
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
// The exact text of queries that group in several ways: said as it is, or one select for each set.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace {

using namespace bookshop;
using stoa::count, stoa::cube, stoa::desc, stoa::from, stoa::grouping, stoa::grouping_set, stoa::grouping_sets,
    stoa::rollup, stoa::sum;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

constexpr auto kind = col<&book::kind>;
constexpr auto year = col<&book::year>;
constexpr auto price = col<&book::price>;

TEST(grouping_sets, a_rollup_is_one_select_for_each_set) {
    constexpr auto query = from<book>()
                               .where(price < 10)
                               .group_by(rollup(kind, year))
                               .having(count() > 1)
                               .order_by(kind, year)
                               .select(kind, year, grouping(year), count())
                               .limit(5);
    static_assert(on_postgres(query) == R"(SELECT "kind", "year", GROUPING("year"), count(*) FROM "books" )"
                                        R"(WHERE "price" < $1 GROUP BY ROLLUP ("kind", "year") HAVING count(*) > $2 )"
                                        R"(ORDER BY "books"."kind", "books"."year" LIMIT $3)");
    static_assert(
        on_sqlite(query) ==
        R"(SELECT "stoa_groups"."c1", "stoa_groups"."c2", "stoa_groups"."c3", "stoa_groups"."c4" FROM ()"
        R"(SELECT "kind" AS "c1", "year" AS "c2", 0 AS "c3", count(*) AS "c4" FROM "books" WHERE "price" < ?1 )"
        R"(GROUP BY "kind", "year" UNION ALL )"
        R"(SELECT "kind", NULL, 1, count(*) FROM "books" WHERE "price" < ?1 GROUP BY "kind" UNION ALL )"
        R"(SELECT NULL, NULL, 1, count(*) FROM "books" WHERE "price" < ?1) AS "stoa_groups" )"
        R"(WHERE "stoa_groups"."c4" > ?2 ORDER BY "stoa_groups"."c1" NULLS LAST, "stoa_groups"."c2" NULLS LAST LIMIT ?3)");
    using row = stoa::row_t<decltype(query)>;
    static_assert(
        std::is_same_v<row,
                       std::tuple<std::optional<format>, std::optional<std::int16_t>, std::int32_t, std::int64_t>>);
}

TEST(grouping_sets, terms_side_by_side_are_multiplied) {
    constexpr auto query = from<book>().group_by(kind, cube(grouping_set(year, price))).select(kind, sum(year));
    static_assert(
        on_postgres(query) ==
        R"(SELECT "kind", CAST(sum("year") AS bigint) FROM "books" GROUP BY "kind", CUBE (("year", "price")))");
    static_assert(
        on_sqlite(query) ==
        R"(SELECT "stoa_groups"."c1", "stoa_groups"."c2" FROM ()"
        R"(SELECT "kind" AS "c1", sum("year") AS "c2" FROM "books" GROUP BY "kind", "year", "price" UNION ALL )"
        R"(SELECT "kind", sum("year") FROM "books" GROUP BY "kind") AS "stoa_groups")");
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::tuple<format, std::optional<std::int64_t>>>);
}

TEST(grouping_sets, all_rows_are_one_group_without_an_aggregate_too) {
    constexpr auto query = from<book>().group_by(grouping_sets(grouping_set(kind), grouping_set())).select(kind);
    static_assert(on_postgres(query) == R"(SELECT "kind" FROM "books" GROUP BY GROUPING SETS (("kind"), ()))");
    static_assert(on_sqlite(query) == R"(SELECT "stoa_groups"."c1" FROM ()"
                                      R"(SELECT "kind" AS "c1", count(*) FROM "books" GROUP BY "kind" UNION ALL )"
                                      R"(SELECT NULL, count(*) FROM "books") AS "stoa_groups")");
}

TEST(grouping_sets, windows_see_the_rows_of_all_sets) {
    constexpr auto query =
        from<book>().group_by(rollup(kind)).select(kind, stoa::rank().over(stoa::sorted_by(desc(sum(year)))));
    static_assert(on_sqlite(query) ==
                  R"(SELECT "stoa_groups"."c1", rank() OVER (ORDER BY "stoa_groups"."c2" DESC NULLS FIRST) FROM ()"
                  R"(SELECT "kind" AS "c1", sum("year") AS "c2" FROM "books" GROUP BY "kind" UNION ALL )"
                  R"(SELECT NULL, sum("year") FROM "books") AS "stoa_groups")");
}

TEST(grouping_sets, a_plain_group_is_always_grouped) {
    constexpr auto query = from<book>().group_by(kind).select(kind, grouping(kind));
    static_assert(on_postgres(query) == R"(SELECT "kind", GROUPING("kind") FROM "books" GROUP BY "kind")");
    static_assert(on_sqlite(query) == R"(SELECT "kind", 0 FROM "books" GROUP BY "kind")");
}

// One constant evaluation of clang has 2^20 steps.
TEST(grouping_sets, of_a_large_cube_stay_below_the_limits_of_compilers) {
    constexpr auto query =
        from<book>()
            .join<author>()
            .where(price < 10)
            .group_by(cube(kind, year, col<&book::pages>, col<&author::name>, col<&book::title>, col<&book::sold_out>))
            .order_by(kind)
            .select(kind, year, col<&book::pages>, col<&author::name>, grouping(col<&book::sold_out>), count(),
                    sum(price), stoa::avg(col<&book::pages>));
    static_assert(on_sqlite(query).size() > 15000);
    static_assert(on_postgres(query).size() < 1000);
}

} // namespace

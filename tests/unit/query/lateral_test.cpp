// SPDX-License-Identifier: BSL-1.0
// The text of joins with queries that see the tables before them.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using namespace bookshop;
using stoa::desc, stoa::from;

struct title {
    std::string text;
};

constexpr auto newest = stoa::subquery<"newest">(from<book>()
                                                     .where(col<&book::author_id> == col<&author::id>)
                                                     .order_by(desc(col<&book::printed_at>))
                                                     .limit(3)
                                                     .select_as<title>(col<&book::title>));

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

constexpr std::string_view inner = R"(LATERAL (SELECT "books"."title" AS "text" FROM "books" WHERE )"
                                   R"("books"."author_id" = "authors"."id" ORDER BY "books"."printed_at" DESC )"
                                   R"(LIMIT $1) AS "newest")";

constexpr auto start = from<author>().select(col<&author::name>, newest[col<&title::text>]);
constexpr std::string_view begin = R"(SELECT "authors"."name", "newest"."text" FROM "authors")";

std::string with(std::string_view join, std::string_view end = "") {
    return std::string(begin) + std::string(join) + std::string(inner) + std::string(end);
}

TEST(lateral_joins, are_true_for_all_rows_without_a_condition) {
    EXPECT_EQ(on_postgres(start.join_lateral(newest)), with(" JOIN ", " ON TRUE"));
    EXPECT_EQ(on_postgres(start.left_join_lateral(newest)), with(" LEFT JOIN ", " ON TRUE"));
    EXPECT_EQ(on_postgres(start.cross_join_lateral(newest)), with(" CROSS JOIN "));
}

TEST(lateral_joins, can_have_a_condition) {
    EXPECT_EQ(on_postgres(start.join_lateral(newest, newest[col<&title::text>] != col<&author::name>)),
              with(" JOIN ", R"( ON "newest"."text" <> "authors"."name")"));
}

TEST(lateral_joins, make_what_they_do_not_find_optional) {
    using row = stoa::row_t<decltype(start.left_join_lateral(newest))>;
    static_assert(std::is_same_v<row, std::tuple<std::string, std::optional<std::string>>>);
    using always = stoa::row_t<decltype(start.join_lateral(newest))>;
    static_assert(std::is_same_v<always, std::tuple<std::string, std::string>>);
}

} // namespace

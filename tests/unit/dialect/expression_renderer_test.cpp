// SPDX-License-Identifier: BSL-1.0
// Expressions that are printed with their values, as in definitions.

#include "stoa/dialect/expression_renderer.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/schema/table.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

namespace market {

using stoa::col;

struct stall {
    std::int64_t id;
    std::int16_t row;
    std::int32_t width;
    float depth;
    double height;
    std::string owner;
    std::optional<bool> open;
    stoa::decimal<8, 2> rent;
};

} // namespace market

namespace {

using namespace market;

template <class Dialect>
std::string rendered(const auto& expression, bool qualified = false) {
    stoa::ast::builder nodes;
    expression.emit(nodes, expression);
    return stoa::write_text([&](stoa::text_sink& out) {
        stoa::expression_renderer<Dialect> renderer(out, nodes.nodes());
        renderer.qualify(qualified);
        renderer.whole(0);
    });
}

std::string sqlite(const auto& expression) {
    return rendered<stoa::dialect::sqlite>(expression);
}

std::string postgres(const auto& expression) {
    return rendered<stoa::dialect::postgres>(expression);
}

TEST(expression_renderer, puts_parentheses_around_what_stands_inside) {
    EXPECT_EQ(sqlite(col<&stall::id> == 1), R"("id" = 1)");
    EXPECT_EQ(sqlite(col<&stall::id> == 1 && col<&stall::id> == 2 && col<&stall::open>),
              R"(("id" = 1) AND ("id" = 2) AND "open")");
    EXPECT_EQ(sqlite(!(col<&stall::id> == 1)), R"(NOT ("id" = 1))");
    EXPECT_EQ(sqlite((col<&stall::id> == 1) == true), R"(("id" = 1) = 1)");
    EXPECT_EQ(postgres((col<&stall::id> == 1).is_null()), R"(("id" = 1) IS NULL)");
}

TEST(expression_renderer, names_the_table_where_it_is_asked_to) {
    EXPECT_EQ(rendered<stoa::dialect::sqlite>(col<&stall::id>, true), R"("stall"."id")");
}

TEST(expression_renderer, widens_integers_where_columns_are_narrow) {
    EXPECT_EQ(postgres(col<&stall::row> + 1), R"(CAST("row" AS bigint) + 1)");
    EXPECT_EQ(postgres(col<&stall::width> * col<&stall::row>), R"(CAST("width" AS bigint) * "row")");
    EXPECT_EQ(postgres(col<&stall::id> - col<&stall::row>), R"("id" - "row")");
    EXPECT_EQ(postgres((col<&stall::row> + 1) * 2), R"((CAST("row" AS bigint) + 1) * 2)");
    EXPECT_EQ(sqlite(col<&stall::row> + 1), R"("row" + 1)");
    EXPECT_EQ(postgres(col<&stall::row> + 0.5), R"("row" + 0.5)");
    EXPECT_EQ(postgres(col<&stall::rent> * 2), R"("rent" * 2)");
}

TEST(expression_renderer, aggregates_have_one_type_everywhere) {
    EXPECT_EQ(postgres(sum(col<&stall::row>)), R"(CAST(sum("row") AS bigint))");
    EXPECT_EQ(postgres(sum(col<&stall::depth>)), R"(sum(CAST("depth" AS double precision)))");
    EXPECT_EQ(sqlite(sum(col<&stall::row> + 1)), R"(sum(("row" + 1)))");
    EXPECT_EQ(postgres(avg(col<&stall::rent>)),
              R"(CAST(sum("rent") * 100 AS double precision) / nullif(count("rent") * 100, 0))");
    EXPECT_EQ(sqlite(avg(col<&stall::rent>)),
              R"(CAST(sum("rent") AS double precision) / nullif(count("rent") * 100, 0))");
    EXPECT_EQ(sqlite(avg(col<&stall::rent>) > 1.5),
              R"((CAST(sum("rent") AS double precision) / nullif(count("rent") * 100, 0)) > 1.5)");
}

TEST(expression_renderer, translates_a_printed_pattern) {
    EXPECT_EQ(sqlite(col<&stall::owner>.like("A_%\\%[x]*?'")), R"("owner" GLOB 'A?*%[[]x][*][?]''')");
    EXPECT_EQ(postgres(col<&stall::owner>.like("A_%\\%'")), R"("owner" LIKE 'A_%\%''' ESCAPE '\')");
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;

TEST(comparison, is_the_operator_and_both_sides) {
    EXPECT_EQ(operators_of(col<&tree::age> == 1), (operators{op::equal, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::age> != 1), (operators{op::not_equal, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::age> < 1), (operators{op::less, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::age> <= 1), (operators{op::less_equal, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::age> > 1), (operators{op::greater, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::age> >= 1), (operators{op::greater_equal, op::column, op::parameter}));
}

TEST(comparison, keeps_the_side_of_the_value) {
    EXPECT_EQ(operators_of(1 < col<&tree::age>), (operators{op::less, op::parameter, op::column}));
    EXPECT_EQ(operators_of("oak" != col<&tree::name>), (operators{op::not_equal, op::parameter, op::column}));
}

TEST(comparison, of_two_columns_has_no_parameter) {
    EXPECT_EQ(operators_of(col<&tree::leaves> >= col<&tree::age>),
              (operators{op::greater_equal, op::column, op::column}));
}

TEST(comparison, with_an_optional_finds_null) {
    EXPECT_EQ(operators_of(col<&tree::note> == std::nullopt), (operators{op::not_distinct, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<&tree::where, &place::number> != std::optional<int>()),
              (operators{op::distinct, op::column, op::parameter}));
    EXPECT_EQ(operators_of(std::optional<std::string>() == col<&tree::name>),
              (operators{op::not_distinct, op::parameter, op::column}));
}

TEST(comparison, can_be_null_only_if_a_side_can) {
    static_assert(!decltype(col<&tree::age> == 1)::nullable);
    static_assert(decltype(col<&tree::note> == "")::nullable);
    static_assert(decltype(col<&tree::name> == col<&tree::note>)::nullable);
    static_assert(!decltype(col<&tree::note> == std::nullopt)::nullable);
}

TEST(comparison, takes_what_converts_without_loss_of_meaning) {
    static_assert(stoa::comparable<decltype(col<&tree::age>), long long>);
    static_assert(stoa::comparable<decltype(col<&tree::age>), double>);
    static_assert(stoa::comparable<decltype(col<&tree::width>), decltype(col<&tree::leaves>)>);
    static_assert(stoa::comparable<decltype(col<&tree::name>), std::string_view>);
    static_assert(stoa::comparable<decltype(col<&tree::name>), const char(&)[4]>);
    static_assert(stoa::comparable<decltype(col<&tree::price>), int>);
    static_assert(stoa::comparable<decltype(col<&tree::price>), stoa::decimal<8, 2>>);
    static_assert(stoa::comparable<decltype(col<&tree::id>), tree_id>);
}

TEST(comparison, refuses_unlike_types) {
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::age>), const char(&)[2]>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::age>), bool>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::old>), int>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::name>), char>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::name>), std::nullptr_t>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::id>), int>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::fruit>), int>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::price>), double>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::price>), stoa::decimal<8, 3>>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::planted_at>), decltype(col<&tree::felled>)>());
    static_assert(!stoa::detail::comparable_values<decltype(col<&tree::code>), decltype(col<&tree::name>)>());
}

TEST(comparison, knows_what_has_an_order) {
    static_assert(stoa::detail::ordered_values<decltype(col<&tree::name>), const char(&)[2]>());
    static_assert(stoa::detail::ordered_values<decltype(col<&tree::planted_at>), stoa::timestamp>());
    static_assert(stoa::detail::ordered_values<decltype(col<&tree::code>), stoa::guid>());
    static_assert(!stoa::detail::ordered_values<decltype(col<&tree::fruit>), kind>());
    static_assert(!stoa::detail::ordered_values<decltype(col<&tree::data>), stoa::json_document>());
    static_assert(!stoa::detail::ordered_values<decltype(col<&tree::note>), std::optional<std::string>>());
    static_assert(!stoa::detail::ordered_values<decltype(col<&tree::note>), std::nullopt_t>());
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;
using stoa::detail::can_assign;

template <auto Member>
using column = std::remove_const_t<decltype(col<Member>)>;

TEST(assignment, is_a_column_and_a_value) {
    EXPECT_EQ(operators_of(col<& tree::name> = "oak"), (operators{op::assign, op::column, op::parameter}));
    EXPECT_EQ(operators_of(col<& tree::leaves> = col<&tree::leaves> - 1),
              (operators{op::assign, op::column, op::subtract, op::column, op::parameter}));
}

TEST(assignment, does_not_change_the_column_it_is_made_of) {
    const auto set = (col<& tree::age> = 5);
    EXPECT_EQ(set.value.value, 5);
    EXPECT_EQ(operators_of(col<&tree::age>), operators{op::column});
}

TEST(assignment, null_needs_an_optional_column) {
    static_assert(can_assign<column<&tree::note>, std::nullopt_t>());
    static_assert(can_assign<column<&tree::note>, std::optional<std::string>>());
    static_assert(!can_assign<column<&tree::name>, std::nullopt_t>());
    static_assert(!can_assign<column<&tree::name>, std::optional<std::string>>());
    static_assert(!can_assign<column<&tree::name>, column<&tree::note>>());
    static_assert(can_assign<column<&tree::note>, column<&tree::name>>());
}

TEST(assignment, needs_a_value_of_the_columns_type) {
    static_assert(!can_assign<column<&tree::name>, int>());
    static_assert(!can_assign<column<&tree::old>, int>());
    static_assert(!can_assign<column<&tree::price>, double>());
    static_assert(can_assign<column<&tree::fruit>, kind>() && !can_assign<column<&tree::fruit>, const char(&)[5]>());
}

TEST(order, is_ascending_unless_said_otherwise) {
    EXPECT_EQ(operators_of(stoa::detail::as_ordering(col<&tree::age>)), (operators{op::ascending, op::column}));
    EXPECT_EQ(operators_of(desc(col<&tree::age> + 1)), (operators{op::descending, op::add, op::column, op::parameter}));
    static_assert(stoa::ordering_term<decltype(asc(col<&tree::age>))> && !stoa::ordering_term<int>);
}

} // namespace

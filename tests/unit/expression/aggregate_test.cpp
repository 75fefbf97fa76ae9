// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;

template <class E>
using result = stoa::result_t<E>;

template <auto Member>
using column = std::remove_const_t<decltype(col<Member>)>;

TEST(aggregate, a_count_is_never_null) {
    static_assert(std::is_same_v<result<decltype(stoa::count())>, std::int64_t>);
    static_assert(std::is_same_v<result<decltype(stoa::count(col<&tree::note>))>, std::int64_t>);
    static_assert(std::is_same_v<result<decltype(stoa::count_distinct(col<&tree::note>))>, std::int64_t>);
    EXPECT_EQ(operators_of(stoa::count()), (operators{op::count, op::star}));
    EXPECT_EQ(operators_of(stoa::count(col<&tree::name>)), (operators{op::count, op::column}));
    EXPECT_EQ(operators_of(stoa::count_distinct(col<&tree::name>)), (operators{op::count_distinct, op::column}));
}

TEST(aggregate, everything_else_is_null_over_no_rows) {
    static_assert(std::is_same_v<result<decltype(sum(col<&tree::age>))>, std::optional<std::int64_t>>);
    static_assert(std::is_same_v<result<decltype(sum(col<&tree::width>))>, std::optional<double>>);
    static_assert(std::is_same_v<result<decltype(sum(col<&tree::price>))>, std::optional<stoa::decimal<18, 2>>>);
    static_assert(std::is_same_v<result<decltype(avg(col<&tree::price>))>, std::optional<double>>);
    static_assert(std::is_same_v<result<decltype(min(col<&tree::name>))>, std::optional<std::string>>);
    static_assert(std::is_same_v<result<decltype(max(col<&tree::felled>))>, std::optional<stoa::date>>);
    EXPECT_EQ(operators_of(avg(col<&tree::age> + 1)), (operators{op::average, op::add, op::column, op::parameter}));
}

TEST(aggregate, extremes_are_of_types_every_database_compares) {
    using stoa::detail::has_extremes;
    static_assert(has_extremes<column<&tree::age>>() && has_extremes<column<&tree::name>>());
    static_assert(has_extremes<column<&tree::planted_at>>() && has_extremes<column<&tree::price>>());
    static_assert(has_extremes<column<&tree::code>>() && !has_extremes<column<&tree::old>>());
    static_assert(!has_extremes<column<&tree::photo>>() && !has_extremes<column<&tree::data>>());
    static_assert(!has_extremes<column<&tree::fruit>>());
}

TEST(aggregate, sums_are_of_numbers) {
    using stoa::detail::summable_value;
    static_assert(summable_value<column<&tree::age>> && summable_value<column<&tree::price>>);
    static_assert(!summable_value<column<&tree::old>> && !summable_value<column<&tree::name>>);
    static_assert(!summable_value<column<&tree::id>>, "the sum of ids is no id");
}

TEST(aggregate, can_be_compared) {
    static_assert(stoa::predicate<decltype(stoa::count() > 1)>);
    static_assert(!decltype(stoa::count() > 1)::nullable && decltype(sum(col<&tree::age>) > 1)::nullable);
}

} // namespace

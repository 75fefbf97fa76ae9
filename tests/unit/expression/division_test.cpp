// SPDX-License-Identifier: BSL-1.0
// Types and nullability of quotients, remainders and rounded numbers.

#include "stoa/expression/division.hpp"

#include "orchard.hpp"
#include "stoa/expression/numeric.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <type_traits>

namespace {

using namespace orchard;

template <class E>
using result = stoa::result_t<E>;

TEST(division, can_be_null_unless_the_divisor_is_a_value) {
    static_assert(std::is_same_v<result<decltype(col<&tree::age> / 2)>, std::int64_t>);
    static_assert(std::is_same_v<result<decltype(col<&tree::age> / col<&tree::leaves>)>, std::optional<std::int64_t>>);
    static_assert(std::is_same_v<result<decltype(100 % col<&tree::age>)>, std::optional<std::int64_t>>);
}

TEST(division, of_anything_but_integers_is_in_double_precision) {
    static_assert(std::is_same_v<result<decltype(col<&tree::age> / 2.0)>, double>);
    static_assert(std::is_same_v<result<decltype(col<&tree::price> / 3)>, double>);
    static_assert(std::is_same_v<result<decltype(col<&tree::price> / col<&tree::price>)>, std::optional<double>>);
}

TEST(division, by_the_value_zero_is_refused) {
    EXPECT_THROW(col<&tree::age> / 0, stoa::error);
    EXPECT_THROW(col<&tree::height> / 0.0, stoa::error);
    EXPECT_THROW(col<&tree::age> % 0, stoa::error);
}

TEST(division, exists_only_for_numbers) {
    using stoa::detail::can_divide;
    static_assert(!can_divide<decltype(col<&tree::name>), int>() && !can_divide<decltype(col<&tree::old>), int>());
    static_assert(!can_divide<int, int>() && !can_divide<decltype(col<&tree::planted_at>), int>());
}

TEST(numeric, rounding_a_decimal_gives_one_of_fewer_digits) {
    static_assert(std::is_same_v<result<decltype(stoa::round<1>(col<&tree::price>))>, stoa::decimal<18, 1>>);
    static_assert(std::is_same_v<result<decltype(floor(col<&tree::price>))>, stoa::decimal<18, 0>>);
    static_assert(std::is_same_v<result<decltype(stoa::round<2>(col<&tree::width>))>, double>);
    static_assert(std::is_same_v<result<decltype(abs(col<&tree::age>))>, std::int64_t>);
    static_assert(std::is_same_v<result<decltype(sqrt(col<&tree::age>))>, std::optional<double>>);
}

} // namespace

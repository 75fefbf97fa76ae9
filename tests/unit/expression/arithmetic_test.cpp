// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <type_traits>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;

template <class E>
using value = stoa::value_type_t<E>;

TEST(arithmetic, of_integers_has_64_bits) {
    static_assert(std::is_same_v<value<decltype(col<&tree::age> + 1)>, std::int64_t>);
    static_assert(std::is_same_v<value<decltype(col<&tree::age> * col<&tree::age>)>, std::int64_t>);
}

TEST(arithmetic, with_a_floating_point_number_has_double_precision) {
    static_assert(std::is_same_v<value<decltype(col<&tree::age> - 0.5)>, double>);
    static_assert(std::is_same_v<value<decltype(col<&tree::width> * col<&tree::width>)>, double>);
}

TEST(arithmetic, of_decimals_keeps_the_scale) {
    static_assert(
        std::is_same_v<value<decltype(col<&tree::price> + stoa::decimal<8, 2>("0.01"))>, stoa::decimal<18, 2>>);
    static_assert(std::is_same_v<value<decltype(col<&tree::price> - 1)>, stoa::decimal<18, 2>>);
    static_assert(std::is_same_v<value<decltype(col<&tree::price> * 3)>, stoa::decimal<18, 2>>);
    // A number beside a sum is a decimal, beside a product a factor.
    EXPECT_EQ(nodes_of(col<&tree::price> + 1)[2].type, (stoa::type_def{stoa::type_kind::decimal, 18, 2}));
    EXPECT_EQ(nodes_of(col<&tree::price> * 1)[2].type, stoa::type_def{stoa::type_kind::int32});
}

TEST(arithmetic, of_a_product_adds_the_scales) {
    using rate = stoa::decimal<5, 4>;
    static_assert(std::is_same_v<value<decltype(col<&tree::price> * col<&tree::price>)>, stoa::decimal<18, 4>>);
    static_assert(std::is_same_v<value<decltype(col<&tree::price> * (1 - col<&tree::price>)*(col<&tree::price> + 1))>,
                                 stoa::decimal<18, 6>>);
    static_assert(std::is_same_v<value<decltype(col<&tree::price> * rate("0.5"))>, stoa::decimal<18, 6>>);
    static_assert(std::is_same_v<value<decltype(rate("0.5") * col<&tree::age>)>, stoa::decimal<18, 4>>);
    static_assert(std::is_same_v<value<decltype(col<&tree::age> * col<&tree::price>)>, stoa::decimal<18, 2>>);
    // A decimal beside a product is a factor of its own scale.
    EXPECT_EQ(nodes_of(col<&tree::price> * rate("0.5"))[2].type, (stoa::type_def{stoa::type_kind::decimal, 5, 4}));
    EXPECT_EQ(nodes_of(col<&tree::age> * rate("0.5"))[2].type, (stoa::type_def{stoa::type_kind::decimal, 5, 4}));
}

TEST(arithmetic, exists_only_for_numbers) {
    using stoa::detail::has_result;
    static_assert(!has_result<op::add, decltype(col<&tree::name>), const char(&)[2]>);
    static_assert(!has_result<op::add, decltype(col<&tree::old>), bool>);
    static_assert(!has_result<op::add, decltype(col<&tree::planted_at>), int>);
    static_assert(!has_result<op::multiply, decltype(col<&tree::price>), decltype(col<&tree::old>)>);
    static_assert(!has_result<op::multiply, decltype(col<&tree::old>), stoa::decimal<8, 2>>);
    static_assert(!has_result<op::multiply, decltype(col<&tree::height>), decltype(col<&tree::price>)>);
    static_assert(!has_result<op::add, decltype(col<&tree::price>), stoa::decimal<5, 4>>);
    static_assert(!has_result<op::multiply, decltype(col<&tree::price>), double>);
}

TEST(arithmetic, nests) {
    EXPECT_EQ(operators_of((col<&tree::age> + 1) * 2 - col<&tree::leaves>),
              (operators{op::subtract, op::multiply, op::add, op::column, op::parameter, op::parameter, op::column}));
}

TEST(arithmetic, can_be_null_if_an_operand_can) {
    static_assert(!decltype(col<&tree::age> + 1)::nullable);
    static_assert(decltype(col<&tree::age> + col<&tree::where, &place::number>)::nullable);
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
// Constants computed while compiling, and whether a column can hold them.

#include "stoa/schema/column_rules.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <vector>

namespace {

using stoa::column_def, stoa::type_def, stoa::type_kind;
using stoa::ast::node, stoa::ast::op;
using stoa::detail::constant_value, stoa::detail::value_of, stoa::detail::fits_number, stoa::detail::fits_text;
using form = constant_value::form;

node whole(std::int64_t value) {
    return {.kind = op::literal, .type = {type_kind::int64}, .integer = value};
}

node real(double value) {
    return {.kind = op::literal, .type = {type_kind::float64}, .real = value};
}

constant_value computed(op operation, node a, node b) {
    const std::vector<node> nodes{node{.kind = operation, .arity = 2, .extent = 3}, a, b};
    return value_of(nodes, 0);
}

TEST(constant_value, is_computed_like_the_databases_do) {
    EXPECT_EQ(computed(op::add, whole(2), whole(3)).whole, 5);
    EXPECT_EQ(computed(op::subtract, whole(2), whole(3)).whole, -1);
    EXPECT_EQ(computed(op::multiply, whole(2), whole(3)).whole, 6);
    EXPECT_EQ(computed(op::multiply, whole(2), whole(3)).is, form::whole);
    EXPECT_EQ(computed(op::multiply, whole(2), real(1.5)).real, 3);
    EXPECT_EQ(computed(op::multiply, whole(2), real(1.5)).is, form::real);
}

TEST(constant_value, beyond_64_bits_is_no_whole_number) {
    const auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(computed(op::add, whole(most), whole(1)).is, form::real);
    EXPECT_EQ(computed(op::multiply, whole(most), whole(most)).is, form::real);
    EXPECT_FALSE(fits_number(computed(op::add, whole(most), whole(most)), {type_kind::int64}));
}

TEST(constant_value, is_unknown_where_the_database_makes_it) {
    const std::vector<node> nodes{node{.kind = op::random_guid, .type = {type_kind::guid}}};
    EXPECT_EQ(value_of(nodes, 0).is, form::unknown);
}

TEST(number, fits_its_type) {
    const auto fits = [](constant_value value, type_def type) { return fits_number(value, type); };
    const auto number = [](std::int64_t n) { return constant_value{form::whole, {}, n, static_cast<double>(n)}; };
    const auto fraction = [](double n) { return constant_value{form::real, {}, 0, n}; };
    EXPECT_TRUE(fits(number(INT16_MIN), {type_kind::int16}));
    EXPECT_FALSE(fits(number(INT16_MIN - 1), {type_kind::int16}));
    EXPECT_TRUE(fits(number(INT32_MAX), {type_kind::int32}));
    EXPECT_FALSE(fits(number(INT64_C(1) << 31), {type_kind::int32}));
    EXPECT_FALSE(fits(fraction(1.5), {type_kind::int64}));
    EXPECT_TRUE(fits(number(999), {type_kind::decimal, 3, 1}));
    EXPECT_FALSE(fits(number(-1000), {type_kind::decimal, 3, 1}));
    EXPECT_TRUE(fits(fraction(3e38), {type_kind::float32}));
    EXPECT_FALSE(fits(fraction(4e38), {type_kind::float32}));
    EXPECT_TRUE(fits(fraction(-std::numeric_limits<double>::infinity()), {type_kind::float32}));
}

TEST(text, fits_its_length_in_characters_and_its_enumerators) {
    column_def column;
    column.max_length = 3;
    EXPECT_TRUE(fits_text("äöü", column));
    EXPECT_FALSE(fits_text("abcd", column));
    constexpr std::string_view names[]{"red", "blue"};
    column = {};
    column.enumerators = names;
    EXPECT_TRUE(fits_text("blue", column));
    EXPECT_FALSE(fits_text("", column));
}

} // namespace

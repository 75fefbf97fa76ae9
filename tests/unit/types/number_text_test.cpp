// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/number_text.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>

namespace {

using stoa::number_text;

TEST(number_text, writes_short_text_while_compiling) {
    static_assert(number_text(0.1).view() == "0.1");
    static_assert(number_text(0.5).view() == "0.5");
    static_assert(number_text(-12.5).view() == "-12.5");
    static_assert(number_text(1.0 / 3).view() == "0.3333333333333333");
    static_assert(number_text(1e300).view() == "1e+300");
    static_assert(number_text(1.5e-7).view() == "1.5e-7");
    static_assert(number_text(0.1F).view() == "0.1");
}

TEST(number_text, always_looks_like_a_floating_point_number) {
    EXPECT_EQ(number_text(0.0).view(), "0.0");
    EXPECT_EQ(number_text(-0.0).view(), "-0.0");
    EXPECT_EQ(number_text(2.0).view(), "2.0");
    EXPECT_EQ(number_text(100.0F).view(), "100.0");
}

TEST(number_text, is_plain_from_1e_minus_5_to_below_1e16) {
    EXPECT_EQ(number_text(1e-5).view(), "0.00001");
    EXPECT_EQ(number_text(9.9e-6).view(), "9.9e-6");
    EXPECT_EQ(number_text(1e15).view(), "1000000000000000.0");
    EXPECT_EQ(number_text(9999999999999998.0).view(), "9999999999999998.0");
    EXPECT_EQ(number_text(1e16).view(), "1e+16");
    EXPECT_EQ(number_text(-1.2345678901234568e-5).view(), "-0.000012345678901234568");
}

TEST(number_text, reaches_the_ends_of_the_range) {
    EXPECT_EQ(number_text(std::numeric_limits<double>::max()).view(), "1.7976931348623157e+308");
    EXPECT_EQ(number_text(std::numeric_limits<double>::lowest()).view(), "-1.7976931348623157e+308");
    EXPECT_EQ(number_text(std::numeric_limits<double>::min()).view(), "2.2250738585072014e-308");
    EXPECT_EQ(number_text(std::numeric_limits<double>::denorm_min()).view(), "5e-324");
    EXPECT_EQ(number_text(std::numeric_limits<float>::max()).view(), "3.4028235e+38");
    EXPECT_EQ(number_text(std::numeric_limits<float>::denorm_min()).view(), "1e-45");
}

TEST(number_text, refuses_nan_and_infinities) {
    for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                               -std::numeric_limits<double>::infinity()}) {
        EXPECT_THROW((void)number_text(value), stoa::mapping_error);
        EXPECT_THROW((void)number_text(static_cast<float>(value)), stoa::mapping_error);
    }
}

/// The digits that the standard library takes for the shortest.
template <class Float>
std::string standard_digits(Float value) {
    char text[64]{};
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    std::string digits;
    for (const char* c = text; c != end && *c != 'e'; ++c)
        if (*c >= '0' && *c <= '9') digits += *c;
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    return digits;
}

void expect_good_text(double value) {
    const auto text = number_text(value);
    ASSERT_EQ(std::strtod(std::string(text.view()).c_str(), nullptr), value) << text.view();
    ASSERT_EQ(stoa::detail::shortest_digits(value).view(), standard_digits(value)) << text.view();
}

TEST(number_text, agrees_with_the_standard_library_on_100_000_ordinary_numbers) {
    std::mt19937_64 random(1);
    for (int i = 0; i != 50'000; ++i) {
        expect_good_text(static_cast<double>(static_cast<std::int64_t>(random()) % 1'000'000'000'000) / 1000);
        expect_good_text(std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 64) - 84));
    }
}

TEST(number_text, agrees_with_the_standard_library_on_random_bits) {
    std::mt19937_64 random(2);
    for (int i = 0; i != 10'000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (std::isfinite(value)) expect_good_text(value);
    }
}

TEST(number_text, agrees_with_the_standard_library_on_powers_of_two_and_their_neighbours) {
    for (int exponent = -1074; exponent != 1024; ++exponent) {
        const double value = std::ldexp(1.0, exponent);
        expect_good_text(value);
        expect_good_text(std::nextafter(value, 0.0));
        expect_good_text(std::nextafter(value, 1e308));
    }
}

TEST(number_text, agrees_with_the_standard_library_on_random_floats) {
    std::mt19937 random(3);
    for (int i = 0; i != 20'000; ++i) {
        const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (!std::isfinite(value)) continue;
        const auto text = number_text(value);
        ASSERT_EQ(std::strtof(std::string(text.view()).c_str(), nullptr), value) << text.view();
        ASSERT_EQ(stoa::detail::shortest_digits(value).view(), standard_digits(value)) << text.view();
    }
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
// Floating point to the last bit: zeros of both signs, infinities, denormals, neighbours, extreme exponents.

#include "cells.hpp"

#include <cmath>
#include <limits>
#include <random>

namespace floating_values {

struct floating_point : stoa_test::databases {};

template <class T>
std::vector<T> ascending() {
    using limits = std::numeric_limits<T>;
    std::vector<T> values{-limits::infinity(),
                          limits::lowest(),
                          T(-1e30),
                          T(-1),
                          -limits::min(),
                          -limits::denorm_min(),
                          T(0),
                          limits::denorm_min(),
                          std::nextafter(limits::min(), T(0)),
                          limits::min(),
                          T(1e-30),
                          T(0.1),
                          std::nextafter(T(0.1), T(1)),
                          std::nextafter(T(1), T(0)),
                          T(1),
                          std::nextafter(T(1), T(2)),
                          T(3.141592653589793),
                          T(1e6),
                          T(16777217),
                          std::nextafter(limits::max(), T(0)),
                          limits::max(),
                          limits::infinity()};
    if constexpr (sizeof(T) == 8) {
        for (const double extreme : {1e-300, std::nextafter(1e-300, 1.0), -2.2250738585072011e-308, 9007199254740993.0,
                                     1e300, std::nextafter(1e300, 0.0), 0.1 + 0.2, 1.7e-307, -8.9e307, 5e-324 * 12345})
            values.push_back(extreme);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

TEST_P(floating_point, doubles_are_kept_to_the_last_bit_found_again_and_ordered) {
    cells::expect_ordered_type(db(), ascending<double>());
}

TEST_P(floating_point, floats_are_kept_to_the_last_bit_found_again_and_ordered) {
    cells::expect_ordered_type(db(), ascending<float>());
}

TEST_P(floating_point, an_optional_double_tells_null_from_infinity) {
    cells::expect_nullable_ordered(db(), -0.5, std::numeric_limits<double>::infinity());
}

TEST_P(floating_point, an_optional_float_tells_null_from_zero) {
    cells::expect_nullable_ordered(db(), 0.0F, 0.1F);
}

// Not every database keeps the sign of a zero, so only its value is compared.
TEST_P(floating_point, a_negative_zero_comes_back_equal_to_zero) {
    cells::fill<double>(db(), {-0.0, 1.0});
    const std::optional<cells::cell<double>> found = db().find<cells::cell<double>>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->value, 0.0);
    EXPECT_EQ(cells::rows_where<double>(db(), cells::value<double> < 0.0), cells::ids{});
}

TEST_P(floating_point, both_zeros_are_equal) {
    const std::vector<double> values{-0.0, 0.0, 1.0};
    cells::fill(db(), values);
    cells::expect_found(db(), values);
}

TEST_P(floating_point, doubles_of_any_bits_are_kept_and_found_again) {
    std::mt19937_64 random(20240229); // NOLINT(cert-msc51-cpp): the same values in every run
    std::vector<double> values;
    while (values.size() != 500) {
        const double each = std::bit_cast<double>(random());
        if (!std::isnan(each)) values.push_back(each);
    }
    cells::fill(db(), values);
    cells::expect_rows(db(), values);
    EXPECT_EQ(cells::rows_where<double>(db(), cells::value<double>.in(values)).size(), values.size());
    for (const double each : values)
        EXPECT_EQ(cells::rows_where<double>(db(), cells::value<double> == each).size(), 1U) << each;
}

TEST_P(floating_point, a_float_column_is_compared_in_its_own_precision) {
    cells::fill<float>(db(), {0.1F, 0.5F});
    EXPECT_EQ(cells::rows_where<float>(db(), cells::value<float> == 0.1), (cells::ids{1}));
    EXPECT_EQ(cells::rows_where<float>(db(), cells::value<float>.in({0.1, 0.7})), (cells::ids{1}));
    EXPECT_EQ(cells::rows_where<float>(db(), cells::value<float> <= 0.1), (cells::ids{1}));
}

TEST_P(floating_point, a_list_of_integers_finds_only_equal_values_of_a_floating_column) {
    cells::fill<double>(db(), {1, 9007199254740992, 0.5, 9223372036854775808.0});
    const auto rows_in = [&](const std::vector<std::int64_t>& list) {
        return cells::rows_where<double>(db(), cells::value<double>.in(list));
    };
    EXPECT_EQ(rows_in({1, 0}), (cells::ids{1}));
    EXPECT_EQ(rows_in({9007199254740993}), cells::ids{}); // no double has this value
    EXPECT_EQ(rows_in({9007199254740992, std::numeric_limits<std::int64_t>::max()}), (cells::ids{2}));
}

STOA_TEST_ON_EVERY_DATABASE(floating_point);

} // namespace floating_values

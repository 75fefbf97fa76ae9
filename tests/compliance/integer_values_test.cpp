// SPDX-License-Identifier: BSL-1.0
// Booleans and integers: both ends of every type's range, on every database.

#include "cells.hpp"

#include <limits>

namespace integer_values {

struct integers : stoa_test::databases {};

template <class T>
std::vector<T> ends() {
    using limits = std::numeric_limits<T>;
    std::vector<T> values{limits::min(), static_cast<T>(limits::min() + 1)};
    if constexpr (limits::is_signed) {
        values.push_back(-1);
        values.push_back(0);
    }
    values.push_back(2);
    values.push_back(static_cast<T>(limits::max() / 2 + 1));
    values.push_back(static_cast<T>(limits::max() - 1));
    values.push_back(limits::max());
    return values;
}

TEST_P(integers, a_boolean_is_false_or_true_and_false_comes_first) {
    cells::expect_ordered_type<bool>(db(), {false, true});
}

TEST_P(integers, of_8_bits_with_sign_keep_their_limits) { cells::expect_ordered_type(db(), ends<std::int8_t>()); }
TEST_P(integers, of_16_bits_keep_their_limits) { cells::expect_ordered_type(db(), ends<std::int16_t>()); }
TEST_P(integers, of_32_bits_keep_their_limits) { cells::expect_ordered_type(db(), ends<std::int32_t>()); }
TEST_P(integers, of_64_bits_keep_their_limits) { cells::expect_ordered_type(db(), ends<std::int64_t>()); }

STOA_TEST_ON_EVERY_DATABASE(integers);

} // namespace integer_values

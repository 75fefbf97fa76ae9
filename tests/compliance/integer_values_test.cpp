// SPDX-License-Identifier: BSL-1.0
// Booleans and signed integers: both ends of every type's range.

#include "cells.hpp"

#include <limits>

namespace integer_values {

struct integers : stoa_test::databases {};

template <class T>
std::vector<T> around_the_limits() {
    using limits = std::numeric_limits<T>;
    return {limits::min(),        T(limits::min() + 1), -1, 0, 2, T(limits::max() / 2 + 1),
            T(limits::max() - 1), limits::max()};
}

TEST_P(integers, a_boolean_is_false_or_true_and_false_comes_first) {
    cells::expect_ordered_type<bool>(db(), {false, true});
}

TEST_P(integers, of_8_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::int8_t>());
}

TEST_P(integers, of_16_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::int16_t>());
}

TEST_P(integers, of_32_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::int32_t>());
}

TEST_P(integers, of_64_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::int64_t>());
}

TEST_P(integers, an_optional_boolean_is_false_true_or_null) {
    cells::expect_nullable_ordered(db(), false, true);
}

TEST_P(integers, an_optional_integer_tells_null_from_zero) {
    cells::expect_nullable_ordered<std::int64_t>(db(), 0, std::numeric_limits<std::int64_t>::max());
}

STOA_TEST_ON_EVERY_DATABASE(integers);

} // namespace integer_values

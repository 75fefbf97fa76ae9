// SPDX-License-Identifier: BSL-1.0
// Unsigned integers, which are kept in the next wider signed type, and numbers of other types beside a column.

#include "cells.hpp"

#include <limits>

namespace unsigned_values {

struct unsigned_integers : stoa_test::databases {};

template <class T>
std::vector<T> around_the_limits() {
    using limits = std::numeric_limits<T>;
    return {0, 1, T(limits::max() / 2), T(limits::max() / 2 + 1), T(limits::max() - 1), limits::max()};
}

TEST_P(unsigned_integers, of_8_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::uint8_t>());
}

TEST_P(unsigned_integers, of_16_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::uint16_t>());
}

TEST_P(unsigned_integers, of_32_bits_keep_their_limits) {
    cells::expect_ordered_type(db(), around_the_limits<std::uint32_t>());
}

TEST_P(unsigned_integers, an_optional_one_tells_null_from_its_largest) {
    cells::expect_nullable_ordered<std::uint32_t>(db(), 0, std::numeric_limits<std::uint32_t>::max());
}

struct mixed_numbers : stoa_test::databases {
    static constexpr auto column = cells::value<std::int16_t>;

    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        cells::fill<std::int16_t>(
            db(), {std::numeric_limits<std::int16_t>::min(), -1, 1, 4464, std::numeric_limits<std::int16_t>::max()});
    }

    template <class Condition>
    cells::ids rows(const Condition& condition) {
        return cells::rows_where<std::int16_t>(db(), condition);
    }
};

TEST_P(mixed_numbers, a_narrow_column_is_compared_with_wider_integers_by_value) {
    EXPECT_EQ(rows(column == 70'000), cells::ids{}); // 4464 in 16 bits
    EXPECT_EQ(rows(column < 70'000), (cells::ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(rows(column > std::numeric_limits<std::int64_t>::min()), (cells::ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(rows(column == 32'767U), (cells::ids{5}));
    EXPECT_EQ(rows(column == std::uint64_t{1}), (cells::ids{3}));
    EXPECT_EQ(rows(column > 4'294'967'295U), cells::ids{}); // -1 in 32 bits
}

TEST_P(mixed_numbers, an_integer_column_is_compared_with_fractions_by_value) {
    EXPECT_EQ(rows(column < 1.5), (cells::ids{1, 2, 3}));
    EXPECT_EQ(rows(column == 1.5), cells::ids{});
    EXPECT_EQ(rows(column >= -0.5F), (cells::ids{3, 4, 5}));
    EXPECT_EQ(rows(column < std::numeric_limits<double>::infinity()), (cells::ids{1, 2, 3, 4, 5}));
}

TEST_P(mixed_numbers, a_list_of_wider_integers_finds_only_equal_values) {
    EXPECT_EQ(rows(column.in({70'000, 1})), (cells::ids{3}));
    EXPECT_EQ(rows(column.not_in({70'000, 1})), (cells::ids{1, 2, 4, 5}));
    EXPECT_EQ(rows(column.in({4'294'967'295U, 4464U})), (cells::ids{4}));
    EXPECT_EQ(rows(column.in(std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::max(), -1})),
              (cells::ids{2}));
}

TEST_P(mixed_numbers, a_list_of_fractions_finds_only_equal_values) {
    EXPECT_EQ(rows(column.in({1.5, -1.0})), (cells::ids{2}));
    EXPECT_EQ(rows(column.in({std::numeric_limits<double>::infinity(), 4464.0, 1e300})), (cells::ids{4}));
}

TEST_P(mixed_numbers, a_wider_integer_that_does_not_fit_is_not_stored) {
    const auto set_all = [&] { db().execute(stoa::update<cells::cell<std::int16_t>>().set(column = 70'000)); };
    EXPECT_THROW(set_all(), stoa::error);
    EXPECT_EQ(rows(column == 1), (cells::ids{3}));
}

STOA_TEST_ON_EVERY_DATABASE(unsigned_integers);
STOA_TEST_ON_EVERY_DATABASE(mixed_numbers);

} // namespace unsigned_values

// SPDX-License-Identifier: BSL-1.0
// Decimals are exact, from one digit to eighteen, all before the point or all behind it.

#include "cells.hpp"

namespace decimal_values {

struct decimals : stoa_test::databases {};

template <int P, int S>
std::vector<stoa::decimal<P, S>> of(std::initializer_list<const char*> texts) {
    std::vector<stoa::decimal<P, S>> values;
    for (const char* each : texts) values.emplace_back(each);
    return values;
}

TEST_P(decimals, of_eighteen_digits_before_the_point_keep_their_limits) {
    cells::expect_ordered_type(
        db(), of<18, 0>({"-999999999999999999", "-999999999999999998", "-100000000", "-10000", "-9999", "-1", "0", "1",
                         "10", "10000", "9007199254740993", "999999999999999998", "999999999999999999"}));
}

TEST_P(decimals, of_eighteen_digits_behind_the_point_keep_their_limits) {
    cells::expect_ordered_type(
        db(), of<18, 18>({"-0.999999999999999999", "-0.100000000000000001", "-0.0001", "-0.000000000000000001", "0",
                          "0.000000000000000001", "0.00000001", "0.0001", "0.000100000000000001", "0.1",
                          "0.999999999999999998", "0.999999999999999999"}));
}

TEST_P(decimals, of_ten_digits_with_two_behind_the_point_are_exact) {
    cells::expect_ordered_type(
        db(),
        of<10, 2>({"-99999999.99", "-10000.01", "-10000",     "-9999.99",   "-1.1", "-1",  "-0.3", "-0.01", "0",
                   "0.01",         "0.1",       "0.2",        "0.3",        "1",    "1.1", "9.99", "10",    "1234.5",
                   "9999.99",      "10000",     "12345678.9", "99999999.99"}));
}

TEST_P(decimals, of_one_digit_keep_their_limits) {
    cells::expect_ordered_type(db(), of<1, 0>({"-9", "-1", "0", "1", "8", "9"}));
}

TEST_P(decimals, an_optional_one_tells_null_from_zero) {
    cells::expect_nullable_ordered(db(), stoa::decimal<10, 2>("-0.01"), stoa::decimal<10, 2>("0"));
}

struct compared_decimals : stoa_test::databases {
    using money = stoa::decimal<10, 2>;
    static constexpr auto column = cells::value<money>;

    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        cells::fill<money>(db(), of<10, 2>({"-99999999.99", "-0.5", "0", "7", "7.01", "99999999.99"}));
    }

    template <class Condition>
    cells::ids rows(const Condition& condition) {
        return cells::rows_where<money>(db(), condition);
    }
};

TEST_P(compared_decimals, whole_numbers_are_compared_by_value) {
    EXPECT_EQ(rows(column == 7), (cells::ids{4}));
    EXPECT_EQ(rows(column > 7), (cells::ids{5, 6}));
    EXPECT_EQ(rows(column.between(-1, 7)), (cells::ids{2, 3, 4}));
    EXPECT_EQ(rows(column.in({0, 7, 8})), (cells::ids{3, 4}));
    EXPECT_EQ(rows(column < 1'000'000'000), (cells::ids{1, 2, 3, 4, 5, 6})); // more digits than the column has
    EXPECT_EQ(rows(column == 1'000'000'000), cells::ids{});
}

TEST_P(compared_decimals, a_value_set_by_an_update_is_exact) {
    using stoa::update;
    const auto cents = [&](std::int64_t id) { return db().find<cells::cell<money>>(id)->value.unscaled(); };
    EXPECT_EQ(db().execute(update<cells::cell<money>>().set(column = money("0.29")).where(cells::id<money> == 4)), 1);
    EXPECT_EQ(cents(4), 29);
    EXPECT_EQ(db().execute(update<cells::cell<money>>().set(column = 12).where(cells::id<money> == 4)), 1);
    EXPECT_EQ(cents(4), 1200);
    EXPECT_EQ(
        db().execute(update<cells::cell<money>>().set(column = column - money("0.01")).where(cells::id<money> == 4)),
        1);
    EXPECT_EQ(cents(4), 1199);
}

TEST_P(compared_decimals, a_result_that_is_too_large_for_the_column_is_refused) {
    const auto add_one = [&] { db().execute(stoa::update<cells::cell<money>>().set(column = column + money("0.01"))); };
    EXPECT_THROW(add_one(), stoa::error);
    EXPECT_EQ(db().find<cells::cell<money>>(4)->value, money(7));
}

STOA_TEST_ON_EVERY_DATABASE(decimals);
STOA_TEST_ON_EVERY_DATABASE(compared_decimals);

} // namespace decimal_values

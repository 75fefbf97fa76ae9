// SPDX-License-Identifier: BSL-1.0
// Numbers of one C++ type given to a column of another: set by an update, and as a key. What arrives is the number
// itself, or nothing.

#include "cells.hpp"

#include <cmath>
#include <limits>

namespace number_conversions {

struct conversions : stoa_test::databases {
    template <class T>
    T after_setting(auto given) {
        db().execute(stoa::update<cells::cell<T>>().set(cells::value<T> = given));
        return db().find<cells::cell<T>>(1)->value;
    }

    /// Is refused without asking the database, and the value stays.
    template <class T>
    void expect_not_set(auto given, T before) {
        try {
            after_setting<T>(given);
            ADD_FAILURE() << "was set";
        } catch (const stoa::mapping_error& refusal) {
            EXPECT_EQ(refusal.code(), stoa::errc::out_of_range);
            EXPECT_EQ(refusal.native_code(), "");
        }
        EXPECT_EQ(db().find<cells::cell<T>>(1)->value, before);
    }
};

TEST_P(conversions, an_integer_column_is_set_to_equal_numbers_of_other_types) {
    cells::fill<std::int32_t>(db(), {5});
    EXPECT_EQ(after_setting<std::int32_t>(3.0), 3);
    EXPECT_EQ(after_setting<std::int32_t>(-2'147'483'648.0), INT32_MIN);
    EXPECT_EQ(after_setting<std::int32_t>(std::uint64_t{7}), 7);
    EXPECT_EQ(after_setting<std::int32_t>(std::int64_t{INT32_MAX}), INT32_MAX);
    EXPECT_EQ(after_setting<std::int32_t>(2.5F * 2), 5);
}

TEST_P(conversions, an_integer_column_is_not_set_to_what_it_cannot_hold) {
    cells::fill<std::int32_t>(db(), {5});
    expect_not_set<std::int32_t>(2.5, 5);
    expect_not_set<std::int32_t>(1e30, 5);
    expect_not_set<std::int32_t>(2'147'483'648.0, 5);
    expect_not_set<std::int32_t>(std::int64_t{1} << 40, 5);
    expect_not_set<std::int32_t>(4'294'967'295U, 5);
    expect_not_set<std::int32_t>(UINT64_MAX, 5);
    expect_not_set<std::int32_t>(std::numeric_limits<double>::infinity(), 5);
}

TEST_P(conversions, an_unsigned_column_is_not_set_to_what_cannot_be_read_again) {
    cells::fill<std::uint8_t>(db(), {5});
    EXPECT_EQ(after_setting<std::uint8_t>(255), 255);
    expect_not_set<std::uint8_t>(256, 255);
    expect_not_set<std::uint8_t>(-1, 255);
}

TEST_P(conversions, a_floating_column_rounds_but_stays_finite) {
    cells::fill<double>(db(), {5});
    EXPECT_EQ(after_setting<double>(7), 7.0);
    EXPECT_EQ(after_setting<double>(INT64_MAX), 9223372036854775808.0);
    EXPECT_EQ(after_setting<double>(0.1F), double{0.1F});
    db().drop<stoa::schema<cells::cell<double>>>();
    cells::fill<float>(db(), {5});
    EXPECT_EQ(after_setting<float>(0.1), 0.1F);
    EXPECT_EQ(after_setting<float>(-std::numeric_limits<double>::infinity()), -std::numeric_limits<float>::infinity());
    expect_not_set<float>(1e300, -std::numeric_limits<float>::infinity());
    expect_not_set<float>(-3.5e38, -std::numeric_limits<float>::infinity());
}

TEST_P(conversions, an_optional_number_is_converted_and_checked_too) {
    using field = std::optional<std::int16_t>;
    cells::fill<field>(db(), {5});
    EXPECT_EQ(after_setting<field>(std::optional<std::int64_t>(-6)), -6);
    EXPECT_EQ(after_setting<field>(std::optional<std::int64_t>()), std::nullopt);
    EXPECT_EQ(after_setting<field>(std::optional<double>(8.0)), 8);
    expect_not_set<field>(std::optional<int>(40'000), 8);
    expect_not_set<field>(0.5, 8);
    EXPECT_EQ(after_setting<field>(std::nullopt), std::nullopt);
}

TEST_P(conversions, a_key_is_found_by_equal_numbers_only) {
    cells::fill<std::int16_t>(db(), {10, 20});
    using row = cells::cell<std::int16_t>;
    ASSERT_TRUE(db().find<row>(2.0));
    EXPECT_EQ(db().find<row>(2.0)->value, 20);
    EXPECT_TRUE(db().find<row>(std::uint8_t{1}));
    EXPECT_THROW(db().find<row>(1.5), stoa::mapping_error);
    EXPECT_THROW(db().erase<row>(1.5), stoa::mapping_error);
    EXPECT_THROW(db().find<row>(UINT64_MAX), stoa::mapping_error);
    EXPECT_EQ(cells::rows_where<std::int16_t>(db(), cells::value<std::int16_t> > 0), (cells::ids{1, 2}));
}

struct measured {
    double id;
    int n;
};

TEST_P(conversions, a_key_of_floating_point_is_found_by_a_whole_number) {
    db().create<stoa::schema<measured>>();
    db().insert(measured{0.5, 1});
    db().insert(measured{3, 2});
    ASSERT_TRUE(db().find<measured>(3));
    EXPECT_EQ(db().find<measured>(3)->n, 2);
    EXPECT_EQ(db().find<measured>(0.5F)->n, 1);
    EXPECT_FALSE(db().find<measured>(4));
}

TEST_P(conversions, a_result_too_large_for_its_column_is_out_of_range) {
    using money = stoa::decimal<10, 2>;
    cells::fill<money>(db(), {money("99999999.99")});
    const auto code_of = [&](const auto& command) {
        try {
            db().execute(command);
        } catch (const stoa::error& refusal) {
            return refusal.code();
        }
        return stoa::errc::unknown;
    };
    constexpr auto column = cells::value<money>;
    EXPECT_EQ(code_of(stoa::update<cells::cell<money>>().set(column = column + money("0.01"))),
              stoa::errc::out_of_range);
    EXPECT_EQ(code_of(stoa::update<cells::cell<money>>().set(column = 1'000'000'000)), stoa::errc::out_of_range);
}

TEST_P(conversions, an_integer_result_too_large_for_its_column_is_out_of_range) {
    const auto code_of_increment = [&]<class T>(T largest) {
        cells::fill<T>(db(), {largest});
        constexpr auto column = cells::value<T>;
        try {
            db().execute(stoa::update<cells::cell<T>>().set(column = column + 1));
        } catch (const stoa::error& refusal) {
            return refusal.code();
        }
        return stoa::errc::unknown;
    };
    EXPECT_EQ(code_of_increment(std::int64_t{INT64_MAX}), stoa::errc::out_of_range);
    db().drop<stoa::schema<cells::cell<std::int64_t>>>();
    EXPECT_EQ(code_of_increment(std::int16_t{INT16_MAX}), stoa::errc::out_of_range);
}

TEST_P(conversions, a_negative_zero_is_kept_as_zero) {
    cells::fill<double>(db(), {-0.0});
    EXPECT_FALSE(std::signbit(db().find<cells::cell<double>>(1)->value));
}

STOA_TEST_ON_EVERY_DATABASE(conversions);

} // namespace number_conversions

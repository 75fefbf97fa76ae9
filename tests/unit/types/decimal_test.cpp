// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>

namespace {

using stoa::decimal;
using stoa::errc;
using money = decimal<10, 2>;

template <class Function>
errc code_of(const Function& function) {
    try {
        (void)function();
    } catch (const stoa::mapping_error& error) {
        return error.code();
    }
    return errc::unknown;
}

TEST(decimal, is_a_constant_like_any_other) {
    constexpr auto price = money("12.34");
    static_assert(price.unscaled() == 1234 && price == money::from_unscaled(1234));
    static_assert(money() == 0 && money(5).unscaled() == 500);
    static_assert(price + 1 == money("13.34") && price * 2 == money("24.68") && -price < 0 && price >= 12);
    static_assert(money::rounded("0.005") == money("0.01") && money::rounded(1.005) == money("1.01"));
    static_assert(sizeof(money) == 8);
}

TEST(decimal, writes_all_digits_behind_the_point) {
    EXPECT_EQ(to_string(money("12.5")), "12.50");
    EXPECT_EQ(to_string(money("-0.05")), "-0.05");
    EXPECT_EQ(to_string(money()), "0.00");
    EXPECT_EQ(to_string(decimal<5, 0>("42")), "42");
    EXPECT_EQ(to_string(decimal<5, 1>("-1.2")), "-1.2");
    EXPECT_EQ(to_string(decimal<18, 18>("-0.000000000000000001")), "-0.000000000000000001");
    EXPECT_EQ(to_string(decimal<18, 0>("-999999999999999999")), "-999999999999999999");
    EXPECT_EQ(to_string(decimal<3, 3>("0.100")), "0.100");
}

TEST(decimal, reads_back_what_it_writes) {
    std::mt19937_64 random(4);
    for (int i = 0; i != 10'000; ++i) {
        const auto a = decimal<18, 7>::from_unscaled(static_cast<std::int64_t>(random()) % 1'000'000'000'000'000'000);
        EXPECT_EQ((decimal<18, 7>(to_string(a))), a);
        const auto b = decimal<3, 3>::from_unscaled(static_cast<std::int64_t>(random()) % 1000);
        EXPECT_EQ((decimal<3, 3>(to_string(b))), b);
    }
}

TEST(decimal, reads_signs_and_needless_zeros) {
    EXPECT_EQ(money("+1.5").unscaled(), 150);
    EXPECT_EQ(money("-0").unscaled(), 0);
    EXPECT_EQ(money("000000000000000000000001.50000000000000000000000").unscaled(), 150);
}

TEST(decimal, refuses_text_that_is_no_number) {
    for (const char* text : {"", "-", "+", ".", "1.", ".5", "-.5", "1..2", "1.2.3", " 1", "1 ", "1e3", "--1", "1,5",
                             "NaN", "Infinity", "0x10", "1_000"}) {
        EXPECT_EQ(code_of([text] { return money(text); }), errc::invalid_value) << text;
        EXPECT_EQ(code_of([text] { return money::rounded(std::string_view(text)); }), errc::invalid_value) << text;
        EXPECT_EQ(money::parse(text), std::nullopt) << text;
    }
    EXPECT_EQ(money::parse("12.34"), money("12.34"));
}

TEST(decimal, refuses_to_lose_digits_unless_told_to_round) {
    EXPECT_EQ(code_of([] { return money("1.005"); }), errc::invalid_value);
    EXPECT_EQ(code_of([] { return money("0.0000000000000000000001"); }), errc::invalid_value);
    EXPECT_EQ(money::rounded("1.005"), money("1.01"));
    EXPECT_EQ(money::rounded("-1.005"), money("-1.01"));
    EXPECT_EQ(money::rounded("1.00499999999999999999"), money("1.00"));
    EXPECT_EQ(money::rounded("-0.004"), money());
    EXPECT_EQ((decimal<5, 0>::rounded("2.5")), 3);
    EXPECT_EQ((decimal<5, 0>::rounded("3.49")), 3);
}

TEST(decimal, refuses_more_digits_than_it_has) {
    EXPECT_EQ(to_string(money("99999999.99")), "99999999.99");
    EXPECT_EQ(code_of([] { return money("100000000"); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money("100000000.00"); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money("123456789012345678901234567890"); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money::rounded("99999999.995"); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money::from_unscaled(10'000'000'000); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money::from_unscaled(std::numeric_limits<std::int64_t>::min()); }),
              errc::out_of_range);
    EXPECT_EQ(code_of([] { return decimal<1, 1>(1); }), errc::out_of_range);
}

TEST(decimal, takes_integers_of_every_type_that_fit) {
    EXPECT_EQ(money(99'999'999), money("99999999"));
    EXPECT_EQ(money(short{-7}), money("-7"));
    EXPECT_EQ(money(7U), money("7"));
    EXPECT_EQ(code_of([] { return money(100'000'000); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money(-100'000'000L); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money(std::numeric_limits<std::int64_t>::min()); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money(std::numeric_limits<std::uint64_t>::max()); }), errc::out_of_range);
}

TEST(decimal, takes_no_double_bool_or_character_by_itself) {
    static_assert(!std::is_constructible_v<money, double> && !std::is_constructible_v<money, float>);
    static_assert(!std::is_constructible_v<money, bool> && !std::is_constructible_v<money, char>);
    static_assert(!std::is_convertible_v<const char*, money> && !std::is_convertible_v<money, double>);
}

TEST(decimal, rounds_doubles_as_they_are_written) {
    EXPECT_EQ(money::rounded(0.1 + 0.2), money("0.30"));
    EXPECT_EQ(money::rounded(1.005), money("1.01"));
    EXPECT_EQ(money::rounded(-1.005), money("-1.01"));
    EXPECT_EQ(money::rounded(12345678.0), money("12345678"));
    EXPECT_EQ(money::rounded(1e-300), money());
    EXPECT_EQ((decimal<18, 0>::rounded(1e17)), 100'000'000'000'000'000);
    EXPECT_EQ((decimal<18, 18>::rounded(-1.5e-18)).unscaled(), -2);
    EXPECT_EQ((decimal<18, 18>::rounded(4e-19)).unscaled(), 0);
    EXPECT_EQ((decimal<18, 18>::rounded(5e-19)).unscaled(), 1);
    EXPECT_EQ(code_of([] { return decimal<18, 0>::rounded(1e18); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return decimal<18, 0>::rounded(1e300); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money::rounded(std::nan("")); }), errc::invalid_value);
    EXPECT_EQ(code_of([] { return money::rounded(HUGE_VAL); }), errc::invalid_value);
}

TEST(decimal, becomes_the_nearest_double) {
    EXPECT_EQ(static_cast<double>(money("0.10")), 0.1);
    EXPECT_EQ(static_cast<double>(money("-12345678.91")), -12345678.91);
}

TEST(decimal, adds_and_subtracts_exactly_and_within_its_digits) {
    money sum;
    for (int i = 0; i != 1000; ++i) sum += money("0.10");
    EXPECT_EQ(sum, 100);
    sum -= money("99.99");
    EXPECT_EQ(sum, money("0.01"));
    EXPECT_EQ(code_of([] { return money("99999999.99") + money("0.01"); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money("-99999999.99") - money("0.01"); }), errc::out_of_range);
    static constexpr decimal<18, 0> most("999999999999999999");
    EXPECT_EQ(code_of([] { return most + most; }), errc::out_of_range);
    EXPECT_EQ(most - most, 0);
}

TEST(decimal, is_multiplied_by_integers_within_its_digits) {
    EXPECT_EQ(money("1.25") * 3, money("3.75"));
    EXPECT_EQ(-3 * money("1.25"), money("-3.75"));
    EXPECT_EQ(money("-1.25") * 3U, money("-3.75"));
    EXPECT_EQ(money("99999999.99") * 0, 0);
    EXPECT_EQ(code_of([] { return money("50000000") * 2; }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money("0.01") * std::numeric_limits<std::int64_t>::min(); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { return money("1") * std::numeric_limits<std::uint64_t>::max(); }), errc::out_of_range);
}

TEST(decimal, compares_with_other_sizes_by_value) {
    EXPECT_EQ((decimal<4, 1>("1.5")), (decimal<18, 17>("1.50000000000000000")));
    EXPECT_LT((decimal<4, 1>("1.5")), (decimal<18, 17>("1.50000000000000001")));
    EXPECT_GT((decimal<4, 1>("-1.5")), (decimal<18, 17>("-1.50000000000000001")));
    EXPECT_LT((decimal<18, 17>("-1.50000000000000001")), (decimal<4, 1>("-1.5")));
    EXPECT_GT((decimal<18, 0>("999999999999999999")), (decimal<18, 18>("0.999999999999999999")));
    EXPECT_NE((decimal<18, 0>("-999999999999999999")), (decimal<18, 18>("-0.999999999999999999")));
    EXPECT_TRUE(money("1.00") == 1 && 1 <= money("1.00"));
}

TEST(decimal, hashes_by_value) {
    const std::unordered_set<money> prices{money("1"), money("1.00"), money("1.01")};
    EXPECT_EQ(prices.size(), 2U);
}

} // namespace

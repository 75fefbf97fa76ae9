// SPDX-License-Identifier: BSL-1.0
// Arithmetic and functions of numbers give the same on every database.

#include "failure.hpp"
#include "measurements.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <type_traits>

namespace numeric_functions {

using namespace measurements;
using exact = stoa::decimal<18, 2>;
using money = stoa::decimal<10, 2>;
using tenths = stoa::decimal<18, 1>;
using units = stoa::decimal<18, 0>;

struct of_numbers : of_measurements {};

TEST_P(of_numbers, a_value_can_stand_in_front) {
    EXPECT_EQ(of({.number = 3}, 10 - number), 7);
    EXPECT_EQ(of({.number = 3}, 2 * number), 6);
    EXPECT_EQ(of({.small = 32'767}, 1 + small), 32'768);
    EXPECT_EQ(of({.real = 0.5}, 1.0 - real), 0.5);
    EXPECT_EQ(of({.price = money("0.25")}, 1 - price), exact("0.75"));
    EXPECT_EQ(of({.price = money("0.25")}, 3 * price), exact("0.75"));
    EXPECT_EQ(of({.number = 3}, 10 / number), 3);
}

TEST_P(of_numbers, integers_are_divided_without_the_fraction) {
    const std::int64_t quotient = of({.number = 7}, number / 2);
    EXPECT_EQ(quotient, 3);
    EXPECT_EQ(of({.number = -7}, number / 2), -3);
    EXPECT_EQ(of({.number = 7}, number % 4), 3);
    EXPECT_EQ(of({.number = -7}, number % 4), -3);
    EXPECT_EQ(of({.number = 7}, number % -4), 3);
    EXPECT_EQ(of({.small = std::numeric_limits<std::int16_t>::min()}, small / -1), 32'768);
    EXPECT_EQ(of({.large = INT64_MIN}, large % -1), 0);
}

TEST_P(of_numbers, others_are_divided_in_double_precision) {
    EXPECT_EQ(of({.number = 7}, number / 2.0), 3.5);
    EXPECT_EQ(of({.number = 3, .real = 1}, real / number), 1.0 / 3);
    EXPECT_EQ(of({.number = 3, .single = 0.1F}, single / 3), double{0.1F} / 3);
    EXPECT_EQ(of({.price = money("0.10")}, price / 3), 0.1 / 3);
    EXPECT_EQ(of({.number = 4, .price = money("0.10")}, price / price), 1.0);
    EXPECT_EQ(of({.number = 4, .price = money("0.10")}, number / price), 40.0);
}

TEST_P(of_numbers, division_by_zero_is_null) {
    const std::optional<std::int64_t> quotient = of({.number = 0, .large = 7}, large / number);
    EXPECT_EQ(quotient, std::nullopt);
    EXPECT_EQ(of({.number = 0}, number % number), std::nullopt);
    EXPECT_EQ(of({.number = 3}, number / real), std::nullopt);
    EXPECT_EQ(of({.number = 3}, number / single), std::nullopt);
    EXPECT_EQ(of({.number = 3}, number / price), std::nullopt);
    EXPECT_EQ(of({.number = 2, .large = 7}, large / number), 3);
    EXPECT_EQ(stoa_test::failure_of([&] { of({}, number / 0); }).code(), stoa::errc::invalid_value);
}

TEST_P(of_numbers, beyond_64_bits_is_an_error) {
    const auto fails = [&](auto expression) {
        return stoa_test::failure_of([&] { of({.number = -1, .large = INT64_MIN}, expression); }).code();
    };
    EXPECT_EQ(fails(-large), stoa::errc::out_of_range);
    EXPECT_EQ(fails(abs(large)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(large / number), stoa::errc::out_of_range);
}

TEST_P(of_numbers, have_a_negative_a_size_and_a_sign) {
    EXPECT_EQ(of({.small = std::numeric_limits<std::int16_t>::min()}, -small), 32'768);
    EXPECT_EQ(of({.number = -3}, - -number), -3);
    EXPECT_EQ(of({.price = money("2.50")}, -price), exact("-2.50"));
    EXPECT_EQ(of({.real = 0.5}, -real), -0.5);
    EXPECT_EQ(of({.number = -3}, abs(number)), 3);
    EXPECT_EQ(of({.price = money("-2.50")}, abs(price)), exact("2.50"));
    EXPECT_EQ(of({.single = -0.1F}, abs(single)), double{0.1F});
    EXPECT_EQ(of({.number = -3}, sign(number)), -1);
    EXPECT_EQ(of({.real = 0.0}, sign(real)), 0);
    EXPECT_EQ(of({.price = money("0.01")}, sign(price)), 1);
    EXPECT_EQ(of({.maybe = {}}, abs(maybe)), std::nullopt);
}

TEST_P(of_numbers, doubles_are_rounded_half_away_from_zero) {
    for (const auto& [given, expected] : {std::pair{2.5, 3.0},
                                          {-2.5, -3.0},
                                          {0.5, 1.0},
                                          {1.49, 1.0},
                                          {0.0, 0.0},
                                          {4503599627370497.0, 4503599627370497.0},
                                          {1e300, 1e300},
                                          {-1e300, -1e300}}) {
        EXPECT_EQ(of({.real = given}, stoa::round(real)), expected) << given;
    }
    EXPECT_EQ(of({.real = 2.675}, stoa::round<2>(real)), 2.68); // 2.675 * 100 is 267.5
    EXPECT_EQ(of({.real = 1.005}, stoa::round<2>(real)), 1.0);
    EXPECT_EQ(of({.single = 0.125F}, stoa::round<2>(single)), 0.13);
    EXPECT_EQ(of({.single = 2.5F}, stoa::round(single)), 3.0);
    EXPECT_EQ(of({.maybe_real = {}}, stoa::round(maybe_real)), std::nullopt);
}

TEST_P(of_numbers, doubles_are_cut_off_like_in_cpp) {
    for (double given : {2.5, -2.5, 0.0, -0.25, 0.999, -3.0, 1e15 + 0.5, 9.1e18, -9.3e18, 1e300}) {
        EXPECT_EQ(of({.real = given}, trunc(real)), std::trunc(given)) << given;
        EXPECT_EQ(of({.real = given}, floor(real)), std::floor(given)) << given;
        EXPECT_EQ(of({.real = given}, ceil(real)), std::ceil(given)) << given;
    }
    EXPECT_EQ(of({.single = -2.5F}, floor(single)), -3.0);
}

TEST_P(of_numbers, random_doubles_are_rounded_like_in_cpp) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> numbers(-1e6, 1e6);
    for (int n = 0; n != 50; ++n) {
        const double given = numbers(random);
        db().upsert(measurement{.real = given});
        const auto [whole, cents, below] =
            db().one(stoa::from<measurement>().select(stoa::round(real), stoa::round<2>(real), floor(real)));
        EXPECT_EQ(whole, std::round(given)) << given;
        EXPECT_EQ(cents, std::round(given * 100) / 100) << given;
        EXPECT_EQ(below, std::floor(given)) << given;
    }
}

TEST_P(of_numbers, decimals_are_rounded_exactly) {
    EXPECT_EQ(of({.price = money("2.45")}, stoa::round<1>(price)), tenths("2.5"));
    EXPECT_EQ(of({.price = money("-2.45")}, stoa::round<1>(price)), tenths("-2.5"));
    EXPECT_EQ(of({.price = money("2.44")}, stoa::round<1>(price)), tenths("2.4"));
    EXPECT_EQ(of({.price = money("2.50")}, stoa::round(price)), units(3));
    EXPECT_EQ(of({.price = money("2.51")}, stoa::round<2>(price)), exact("2.51"));
    EXPECT_EQ(of({.price = money("-2.01")}, floor(price)), units(-3));
    EXPECT_EQ(of({.price = money("-2.00")}, floor(price)), units(-2));
    EXPECT_EQ(of({.price = money("2.01")}, ceil(price)), units(3));
    EXPECT_EQ(of({.price = money("-2.99")}, ceil(price)), units(-2));
    EXPECT_EQ(of({.price = money("-2.99")}, trunc(price)), units(-2));
}

TEST_P(of_numbers, have_square_roots) {
    EXPECT_EQ(of({.number = 9}, sqrt(number)), 3.0);
    EXPECT_EQ(of({.real = 2}, sqrt(real)), std::sqrt(2.0));
    EXPECT_EQ(of({.real = -2}, sqrt(real)), std::nullopt);
    EXPECT_EQ(of({.price = money("0.25")}, sqrt(price)), 0.5);
    EXPECT_EQ(of({}, sqrt(maybe)), std::nullopt);
}

TEST_P(of_numbers, functions_stand_in_every_clause) {
    for (int n : {1, 2, 3, 4, 5}) add({.id = n, .number = n - 3, .real = n / 2.0});
    using stoa::from;
    EXPECT_EQ(db().all(from<measurement>().where(abs(number) > 1).order_by(id).select(id)), (std::vector<int>{1, 5}));
    EXPECT_EQ(db().all(from<measurement>().order_by(abs(number), desc(id)).select(id)),
              (std::vector<int>{3, 4, 2, 5, 1}));
    EXPECT_EQ(db().all(from<measurement>().group_by(abs(number)).order_by(abs(number)).select(stoa::count())),
              (std::vector<std::int64_t>{1, 2, 2}));
    EXPECT_EQ(db().one(from<measurement>().select(sum(abs(number)))), 6);
    db().transaction([&] {
        const auto changed = stoa::update<measurement>().set(number = abs(number) * 2).where(id == 1);
        db().execute(changed);
    });
    EXPECT_EQ(db().one(from<measurement>().where(id == 1).select(number)), 4);
}

STOA_TEST_ON_EVERY_DATABASE(of_numbers);

} // namespace numeric_functions

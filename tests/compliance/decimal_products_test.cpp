// SPDX-License-Identifier: BSL-1.0
// Products of decimals are exact, or out of range.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace decimal_products {

using money = stoa::decimal<15, 2>;
using rate = stoa::decimal<5, 4>;

struct line {
    std::int64_t id;
    money price;
    rate share;
    std::int32_t count;
    std::optional<rate> tax;
};

constexpr auto id = stoa::col<&line::id>;
constexpr auto price = stoa::col<&line::price>;
constexpr auto share = stoa::col<&line::share>;
constexpr auto count_of = stoa::col<&line::count>;
constexpr auto tax = stoa::col<&line::tax>;

struct total {
    std::int64_t id;
    std::optional<stoa::decimal<18, 6>> amount;
};

struct products : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<stoa::schema<line>>();
    }

    template <class E>
    auto of(const line& row, E expression) {
        db().upsert(row);
        return db().one(stoa::from<line>().where(id == row.id).select(expression));
    }

    template <class E>
    stoa::errc fails(const line& row, E expression) {
        return stoa_test::failure_of([&] { of(row, expression); }).code();
    }
};

const money large("9999999999999.99");

TEST_P(products, have_the_digits_of_both_factors) {
    const line row{1, money("12.34"), rate("0.0625"), 3, {}};
    const stoa::decimal<18, 6> product = of(row, price * share);
    EXPECT_EQ(to_string(product), "0.771250");
    EXPECT_EQ(to_string(of(row, price * (1 - share))), "11.568750");
    EXPECT_EQ(to_string(of(row, price * (1 - share) * (share + 1))), "12.2917968750");
    EXPECT_EQ(to_string(of(row, -price * share)), "-0.771250");
    EXPECT_EQ(to_string(of(row, price * price)), "152.2756");
}

TEST_P(products, with_whole_numbers_keep_the_scale) {
    const line row{1, money("12.34"), rate("0.0625"), 3, {}};
    const stoa::decimal<18, 2> product = of(row, count_of * price);
    EXPECT_EQ(to_string(product), "37.02");
    EXPECT_EQ(to_string(of(row, price * count_of)), "37.02");
    EXPECT_EQ(to_string(of(row, 2 * price)), "24.68");
}

TEST_P(products, take_decimals_of_cpp_in_their_own_scale) {
    const line row{1, money("12.34"), rate("0.0625"), 3, {}};
    const stoa::decimal<18, 3> product = of(row, price * stoa::decimal<2, 1>("0.5"));
    EXPECT_EQ(to_string(product), "6.170");
    EXPECT_EQ(to_string(of(row, stoa::decimal<2, 1>("-0.5") * price)), "-6.170");
    EXPECT_EQ(to_string(of(row, count_of * rate("0.1234"))), "0.3702");
    EXPECT_EQ(to_string(of(row, rate("0.1234") * count_of)), "0.3702");
}

TEST_P(products, are_null_where_a_factor_is) {
    const std::optional<stoa::decimal<18, 6>> missing = of({1, money(7), rate(1), 1, {}}, price * tax);
    EXPECT_EQ(missing, std::nullopt);
    EXPECT_EQ(of({1, money(7), rate(1), 1, rate("0.5")}, price * tax), (stoa::decimal<18, 6>("3.5")));
}

TEST_P(products, are_summed_and_compared_exactly) {
    for (int n = 1; n != 11; ++n) db().insert(line{n, money("0.10"), rate("0.0001"), n, {}});
    const auto sum_of_all = db().one(stoa::from<line>().select(sum(price * share)));
    EXPECT_EQ(sum_of_all, (stoa::decimal<18, 6>("0.0001")));
    EXPECT_EQ(db().one(stoa::from<line>().select(avg(price * share))), 0.00001);
    EXPECT_EQ(db().all(stoa::from<line>().where(price * share == price * rate("0.0001")).select(id)).size(), 10U);
    EXPECT_EQ(db().all(stoa::from<line>().where(price * count_of > money("0.85")).select(id)).size(), 2U);
}

/// The way to compare decimals of unlike scale, as in TPC-H 11.
TEST_P(products, of_other_scales_are_compared_after_a_cast) {
    for (int n = 1; n != 5; ++n) db().insert(line{n, money("2.50"), rate(1), n, {}});
    const auto share_of_all = scalar(stoa::from<line>().select(sum(price * count_of) * rate("0.3")));
    const auto value = sum(price * count_of);
    const auto large_enough =
        stoa::from<line>().group_by(id).having(stoa::cast<stoa::decimal<18, 6>>(value) >= share_of_all);
    // The sum of all is 25.00, and 0.3 of it is the 7.50 of the third row exactly.
    EXPECT_EQ(db().all(large_enough.order_by(id).select(id)), (std::vector<std::int64_t>{3, 4}));
}

TEST_P(products, beyond_18_digits_are_out_of_range) {
    const line row{1, large, rate("9.9999"), 100'000, {}};
    EXPECT_EQ(fails(row, price * share), stoa::errc::out_of_range); // 20 digits
    EXPECT_EQ(fails(row, price * price), stoa::errc::out_of_range); // 30 digits
    EXPECT_EQ(fails(row, -price * price), stoa::errc::out_of_range);
    EXPECT_EQ(fails(row, price * count_of), stoa::errc::out_of_range);   // 20 digits
    EXPECT_EQ(fails(row, price * 10'000), stoa::errc::out_of_range);     // 19 digits, which fit 64 bits
    EXPECT_EQ(to_string(of(row, price * 1'000)), "9999999999999990.00"); // 18 digits
    EXPECT_EQ(fails(row, sum(price * share)), stoa::errc::out_of_range);
}

TEST_P(products, beyond_64_bits_are_out_of_range_in_a_query_within) {
    db().insert(line{1, large, rate("9.9999"), 1, {}});
    constexpr auto totals =
        stoa::subquery<"totals">(stoa::from<line>().group_by(id).select_as<total>(id, sum(price * share)));
    const auto failure =
        stoa_test::failure_of([&] { db().all(stoa::from(totals).select(totals[stoa::col<&total::amount>])); });
    EXPECT_EQ(failure.code(), stoa::errc::out_of_range);
}

STOA_TEST_ON_EVERY_DATABASE(products);

} // namespace decimal_products

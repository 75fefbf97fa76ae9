// SPDX-License-Identifier: BSL-1.0
// What a query reads: values, tuples, structs, and numbers computed from columns.

#include "databases.hpp"
#include "failure.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace selections {

struct sample {
    int id;
    std::string name;
    std::int16_t small;
    std::int32_t medium;
    std::int64_t large;
    std::optional<int> maybe;
    float narrow;
    double wide;
    stoa::decimal<8, 2> price;
};

struct named_price {
    std::string name;
    stoa::decimal<8, 2> price;
    std::optional<std::int64_t> twice;
};

} // namespace selections

template <>
inline constexpr auto stoa::table<selections::sample> =
    stoa::define<selections::sample>("samples", stoa::primary_key(stoa::col<&selections::sample::id>));

namespace selections {

using stoa::col;
using stoa::from;
using price_type = stoa::decimal<8, 2>;
using exact = stoa::decimal<18, 2>;

constexpr auto id = col<&sample::id>;
constexpr auto name = col<&sample::name>;
constexpr auto small = col<&sample::small>;
constexpr auto medium = col<&sample::medium>;
constexpr auto large = col<&sample::large>;
constexpr auto maybe = col<&sample::maybe>;
constexpr auto narrow = col<&sample::narrow>;
constexpr auto wide = col<&sample::wide>;
constexpr auto price = col<&sample::price>;

struct selected_expressions : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sample>>();
        db().insert(sample{1, "one", INT16_MAX, INT32_MAX, 1LL << 53, 7, 0.1F, 0.1, price_type("999999.99")});
        db().insert(sample{2, "two", INT16_MIN, INT32_MIN, INT64_MAX, {}, 16'777'216.0F, 1e308, price_type("-0.01")});
    }

    /// The value of an expression in the row with this id.
    template <class Expression>
    auto of(int row, Expression expression) {
        return db().one(from<sample>().where(id == row).select(expression));
    }
};

TEST_P(selected_expressions, one_is_read_as_its_value) {
    const std::string text = of(1, name);
    EXPECT_EQ(text, "one");
    const std::optional<int> seven = of(1, maybe);
    const std::optional<int> none = of(2, maybe);
    EXPECT_EQ(seven, 7);
    EXPECT_EQ(none, std::nullopt);
    EXPECT_EQ(db().all(from<sample>().order_by(id).select(name)), (std::vector<std::string>{"one", "two"}));
}

TEST_P(selected_expressions, several_are_read_as_a_tuple) {
    const std::tuple<std::string, int, std::optional<int>, price_type> row =
        db().one(from<sample>().where(id == 2).select(name, id, maybe, price));
    EXPECT_EQ(row, (std::tuple<std::string, int, std::optional<int>, price_type>("two", 2, {}, price_type("-0.01"))));
    const auto [same, again] = db().one(from<sample>().where(id == 1).select(id, id));
    EXPECT_EQ(same, 1);
    EXPECT_EQ(again, 1);
}

TEST_P(selected_expressions, can_be_read_as_a_struct) {
    const auto rows = db().all(from<sample>().order_by(id).select_as<named_price>(name, price, maybe * 2));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "one");
    EXPECT_EQ(rows[0].price, price_type("999999.99"));
    EXPECT_EQ(rows[0].twice, 14);
    EXPECT_EQ(rows[1].price, price_type("-0.01"));
    EXPECT_EQ(rows[1].twice, std::nullopt);
}

TEST_P(selected_expressions, of_truth_are_read_as_bool) {
    const bool yes = of(1, id == 1);
    const bool no = of(2, id == 1);
    EXPECT_TRUE(yes);
    EXPECT_FALSE(no);
    const std::optional<bool> unknown = of(2, maybe > 1);
    EXPECT_EQ(unknown, std::nullopt);
    EXPECT_EQ(of(1, maybe > 1), std::optional(true));
    EXPECT_TRUE(of(2, maybe.is_null() && name.like("t%")));
    EXPECT_EQ(of(2, !(maybe > 1)), std::nullopt);
}

TEST_P(selected_expressions, of_integers_are_computed_in_64_bits) {
    const std::int64_t sum = of(1, medium + 1);
    EXPECT_EQ(sum, 2'147'483'648LL);
    EXPECT_EQ(of(2, medium - 1), -2'147'483'649LL);
    EXPECT_EQ(of(1, medium * medium), 4'611'686'014'132'420'609LL);
    EXPECT_EQ(of(1, small + small), 65'534);
    EXPECT_EQ(of(1, small * small * small), 35'181'150'961'663LL);
    EXPECT_EQ(of(1, medium + small), 2'147'516'414LL);
    EXPECT_EQ(of(1, medium + 2'147'483'647), 4'294'967'294LL);
    EXPECT_EQ(of(1, large + 1), (1LL << 53) + 1);
    EXPECT_EQ(of(1, (medium + 1) * 2 - medium), 2'147'483'649LL);
    EXPECT_EQ(of(1, medium - (medium - 1)), 1);
}

TEST_P(selected_expressions, of_integers_beyond_64_bits_are_errors) {
    EXPECT_THROW(of(2, large + 1), stoa::error);
    EXPECT_THROW(of(2, large * 2), stoa::error);
    EXPECT_EQ(of(2, large - 1), INT64_MAX - 1);
}

TEST_P(selected_expressions, in_conditions_are_computed_in_64_bits_too) {
    const auto where = [this](auto condition) {
        return db().all(from<sample>().where(condition).order_by(id).select(id));
    };
    EXPECT_EQ(where(medium + 1 > 2'147'483'647), (std::vector<int>{1}));
    EXPECT_EQ(where(medium * 2 == 4'294'967'294LL), (std::vector<int>{1}));
    EXPECT_EQ(where(small * 65'536 > medium - 1), (std::vector<int>{2}));
}

TEST_P(selected_expressions, of_floating_point_numbers_are_computed_in_double_precision) {
    EXPECT_EQ(of(1, wide + 0.2), 0.1 + 0.2);
    EXPECT_EQ(of(1, wide * 3), 0.1 * 3);
    EXPECT_EQ(of(1, wide - large), 0.1 - 9'007'199'254'740'992.0);
    EXPECT_EQ(of(1, large + wide), 9'007'199'254'740'992.0 + 0.1);
    EXPECT_EQ(of(1, medium * 0.5), 1'073'741'823.5);
}

TEST_P(selected_expressions, of_single_precision_are_computed_in_double_precision_too) {
    EXPECT_EQ(of(1, narrow + narrow), double{0.1F} + double{0.1F});
    EXPECT_EQ(of(1, narrow * narrow), double{0.1F} * double{0.1F});
    EXPECT_EQ(of(2, narrow + 1.0F), 16'777'217.0);
    EXPECT_EQ(of(2, narrow + 1), 16'777'217.0);
    EXPECT_EQ(of(2, narrow - 0.5), 16'777'215.5);
    EXPECT_EQ(of(1, narrow + wide), double{0.1F} + 0.1);
}

TEST_P(selected_expressions, of_decimals_are_exact) {
    const exact sum = of(1, price + price);
    EXPECT_EQ(sum, exact("1999999.98"));
    EXPECT_EQ(of(1, price + price_type("0.01")), exact("1000000.00"));
    EXPECT_EQ(of(2, price - 1), exact("-1.01"));
    EXPECT_EQ(of(1, price * 1'000'000), exact("999999990000.00"));
    EXPECT_EQ(of(1, price * medium), exact("2147483625525163.53"));
    EXPECT_EQ(of(2, price * -3 + exact("10000000000.00")), exact("10000000000.03"));
}

TEST_P(selected_expressions, with_null_in_them_are_null) {
    EXPECT_EQ(of(2, maybe + 1), std::nullopt);
    EXPECT_EQ(of(2, large * 0 + maybe), std::nullopt);
    EXPECT_EQ(of(1, maybe + 1), 8);
}

TEST_P(selected_expressions, literals_keep_their_own_width_beside_a_narrower_column) {
    const auto count = [this](auto condition) { return db().all(from<sample>().where(condition)).size(); };
    EXPECT_EQ(count(small == 65'536 + INT16_MAX), 0U);
    EXPECT_EQ(count(small < 65'536), 2U);
    EXPECT_EQ(count(medium == (1LL << 32) + INT32_MAX), 0U);
    EXPECT_EQ(count(medium < 1LL << 40), 2U);
    EXPECT_EQ(count(medium > -(1LL << 40)), 2U);
    EXPECT_EQ(count(medium < 2'147'483'646.5), 1U);
    EXPECT_EQ(count(id == 1.5), 0U);
    EXPECT_EQ(count(id < 1.5), 1U);
    EXPECT_EQ(count(small > 4'000'000'000U), 0U);
    EXPECT_EQ(count(large == std::uint64_t{INT64_MAX}), 1U);
    EXPECT_EQ(count(maybe == std::optional<std::int64_t>(7)), 1U);
    EXPECT_EQ(count(narrow == 0.1), 1U); // in the column's own precision
    EXPECT_EQ(count(wide == 0.1F), 0U);
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { count(large == UINT64_MAX); }).code(),
              stoa::errc::out_of_range);
}

TEST_P(selected_expressions, set_in_a_column_of_single_precision_are_rounded_to_it) {
    db().execute(stoa::update<sample>().set(narrow = wide + 0.2).where(id == 1));
    EXPECT_EQ(of(1, narrow), static_cast<float>(0.1 + 0.2));
    EXPECT_EQ(db().all(from<sample>().where(narrow == static_cast<float>(0.1 + 0.2))).size(), 1U);
}

TEST_P(selected_expressions, infinities_are_numbers_and_nan_is_refused) {
    const double infinity = std::numeric_limits<double>::infinity();
    const auto count = [this](auto condition) { return db().all(from<sample>().where(condition)).size(); };
    EXPECT_EQ(count(wide < infinity), 2U);
    EXPECT_EQ(count(wide > -infinity), 2U);
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { count(wide == std::nan("")); }).code(),
              stoa::errc::invalid_value);
}

STOA_TEST_ON_EVERY_DATABASE(selected_expressions);

} // namespace selections

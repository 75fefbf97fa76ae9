// SPDX-License-Identifier: BSL-1.0
// count, sum, avg, min and max, over everything, over groups, and over nothing.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace aggregates {

enum class region { north, south, west };

struct sale {
    int id;
    region where;
    std::string article;
    std::int16_t pieces;
    std::int64_t weight;
    std::optional<int> rating;
    stoa::decimal<10, 2> price;
    float score;
    double rate;
    stoa::date day;
    bool paid;
};

} // namespace aggregates

template <>
inline constexpr auto stoa::table<aggregates::sale> =
    stoa::define<aggregates::sale>("sales", stoa::primary_key(stoa::col<&aggregates::sale::id>));

namespace aggregates {

using stoa::avg;
using stoa::col;
using stoa::count;
using stoa::from;
using stoa::max;
using stoa::min;
using stoa::sum;
using money = stoa::decimal<10, 2>;
using exact = stoa::decimal<18, 2>;

constexpr auto id = col<&sale::id>;
constexpr auto where = col<&sale::where>;
constexpr auto article = col<&sale::article>;
constexpr auto pieces = col<&sale::pieces>;
constexpr auto weight = col<&sale::weight>;
constexpr auto rating = col<&sale::rating>;
constexpr auto price = col<&sale::price>;
constexpr auto score = col<&sale::score>;
constexpr auto rate = col<&sale::rate>;
constexpr auto day = col<&sale::day>;
constexpr auto paid = col<&sale::paid>;

stoa::date on(int n) {
    return stoa::date(std::chrono::days(n));
}

struct aggregates_of_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sale>>();
    }

    void fill() {
        db().insert(sale{1, region::north, "tea", 32'767, 4, 5, money("0.10"), 0.1F, 0.1, on(10), true});
        db().insert(sale{2, region::north, "rum", 32'767, 5, {}, money("0.20"), 0.1F, 0.2, on(30), true});
        db().insert(sale{3, region::south, "tea", 1, 2, 4, money("99999999.99"), 0.1F, 0.3, on(20), false});
        db().insert(sale{4, region::south, "tee", 0, 0, 1, money("0.01"), 0.5F, 0.4, on(-5), true});
    }

    template <class Aggregate>
    auto of_all(Aggregate aggregate) {
        return db().one(from<sale>().select(aggregate));
    }
};

TEST_P(aggregates_of_rows, over_nothing_are_null_and_the_count_is_zero) {
    EXPECT_EQ(of_all(count()), 0);
    EXPECT_EQ(of_all(count(rating)), 0);
    EXPECT_EQ(of_all(stoa::count_distinct(rating)), 0);
    EXPECT_EQ(of_all(sum(pieces)), std::nullopt);
    EXPECT_EQ(of_all(sum(price)), std::nullopt);
    EXPECT_EQ(of_all(avg(pieces)), std::nullopt);
    EXPECT_EQ(of_all(avg(price)), std::nullopt);
    EXPECT_EQ(of_all(avg(rate)), std::nullopt);
    EXPECT_EQ(of_all(min(article)), std::nullopt);
    EXPECT_EQ(of_all(max(day)), std::nullopt);
    const std::tuple<std::int64_t, std::optional<double>> both = db().one(from<sale>().select(count(), sum(rate)));
    EXPECT_EQ(both, (std::tuple<std::int64_t, std::optional<double>>(0, std::nullopt)));
    EXPECT_TRUE(db().all(from<sale>().group_by(where).select(where, count())).empty());
}

TEST_P(aggregates_of_rows, over_null_only_are_null) {
    db().insert(sale{1, region::north, "tea", 1, 1, {}, money("1.00"), 1, 1, on(0), true});
    EXPECT_EQ(of_all(count()), 1);
    EXPECT_EQ(of_all(count(rating)), 0);
    EXPECT_EQ(of_all(sum(rating)), std::nullopt);
    EXPECT_EQ(of_all(avg(rating)), std::nullopt);
    EXPECT_EQ(of_all(max(rating)), std::nullopt);
}

TEST_P(aggregates_of_rows, count_rows_values_and_different_values) {
    fill();
    const std::int64_t rows = of_all(count());
    EXPECT_EQ(rows, 4);
    EXPECT_EQ(of_all(count(rating)), 3);
    EXPECT_EQ(of_all(count(id)), 4);
    EXPECT_EQ(of_all(stoa::count_distinct(article)), 3);
    EXPECT_EQ(of_all(stoa::count_distinct(where)), 2);
    EXPECT_EQ(db().one(from<sale>().where(paid).select(count())), 3);
}

TEST_P(aggregates_of_rows, sum_integers_in_64_bits) {
    fill();
    const std::optional<std::int64_t> pieces_sold = of_all(sum(pieces));
    EXPECT_EQ(pieces_sold, 65'535);
    EXPECT_EQ(of_all(sum(rating)), 10);
    EXPECT_EQ(of_all(sum(weight)), 11);
    EXPECT_EQ(of_all(sum(pieces * 1'000'000)), 65'535'000'000);
}

TEST_P(aggregates_of_rows, sum_decimals_exactly) {
    fill();
    const std::optional<exact> total = of_all(sum(price));
    EXPECT_EQ(total, exact("100000000.30"));
    EXPECT_EQ(of_all(sum(price * pieces)), exact("100009830.09"));
    EXPECT_EQ(db().one(from<sale>().where(price < 1).select(sum(price))), exact("0.31"));
}

TEST_P(aggregates_of_rows, sum_floating_point_numbers_in_double_precision) {
    fill();
    EXPECT_EQ(db().one(from<sale>().where(id < 3).select(sum(rate))), 0.1 + 0.2);
    EXPECT_EQ(db().one(from<sale>().where(id < 4).select(sum(score))), double{0.1F} * 3);
    EXPECT_EQ(db().one(from<sale>().where(id < 3).select(avg(score))), double{0.1F});
}

TEST_P(aggregates_of_rows, sum_beyond_64_bits_is_an_error) {
    db().insert(sale{1, region::north, "a", 0, INT64_MAX, {}, {}, 0, 0, {}, true});
    EXPECT_EQ(of_all(sum(weight)), INT64_MAX);
    db().insert(sale{2, region::north, "b", 0, 1, {}, {}, 0, 0, {}, true});
    EXPECT_EQ(stoa_test::failure_of([&] { of_all(sum(weight)); }).code(), stoa::errc::out_of_range);
    db().insert(sale{3, region::north, "c", 0, -1, {}, {}, 0, 0, {}, true});
    EXPECT_EQ(db().one(from<sale>().where(id != 2).select(sum(weight))), INT64_MAX - 1);
}

TEST_P(aggregates_of_rows, average_integers_and_decimals_to_the_nearest_double) {
    fill();
    const std::optional<double> mean = of_all(avg(weight));
    EXPECT_EQ(mean, 11.0 / 4);
    EXPECT_EQ(of_all(avg(rating)), 10.0 / 3);
    EXPECT_EQ(of_all(avg(pieces)), 65'535.0 / 4);
    EXPECT_EQ(of_all(avg(price)), 10'000'000'030.0 / 400);
    EXPECT_EQ(db().one(from<sale>().where(id < 3).select(avg(price))), 0.15);
    EXPECT_EQ(db().one(from<sale>().where(id != 3).select(avg(price))), 31.0 / 300);
    EXPECT_EQ(db().one(from<sale>().where(id < 3).select(avg(rate))), (0.1 + 0.2) / 2);
}

TEST_P(aggregates_of_rows, average_integers_exactly_while_their_sum_is_a_double) {
    const std::int64_t large = (std::int64_t{1} << 53) - 2;
    db().insert(sale{1, region::north, "a", 0, large, {}, {}, 0, 0, {}, true});
    db().insert(sale{2, region::north, "b", 0, 1, {}, {}, 0, 0, {}, true});
    db().insert(sale{3, region::north, "c", 0, 1, {}, {}, 0, 0, {}, true});
    EXPECT_EQ(of_all(avg(weight)), static_cast<double>(large + 2) / 3);
}

TEST_P(aggregates_of_rows, know_the_extremes_of_numbers_texts_and_dates) {
    fill();
    EXPECT_EQ(of_all(min(pieces)), std::int16_t{0});
    EXPECT_EQ(of_all(max(rating)), 5);
    EXPECT_EQ(of_all(min(price)), money("0.01"));
    EXPECT_EQ(of_all(max(price)), money("99999999.99"));
    EXPECT_EQ(of_all(min(article)), "rum");
    EXPECT_EQ(of_all(max(article)), "tee");
    EXPECT_EQ(of_all(min(day)), on(-5));
    EXPECT_EQ(of_all(max(day)), on(30));
    EXPECT_EQ(of_all(max(score)), 0.5F);
    EXPECT_EQ(of_all(min(rate)), 0.1);
    EXPECT_EQ(of_all(max(weight - 10)), -5);
}

TEST_P(aggregates_of_rows, can_be_compared_and_computed_with) {
    fill();
    EXPECT_EQ(of_all(max(weight) - min(weight)), 5);
    EXPECT_EQ(of_all(count() * 2), 8);
    EXPECT_EQ(of_all(count() > 3), true);
    EXPECT_EQ(of_all(sum(price).is_null()), false);
}

STOA_TEST_ON_EVERY_DATABASE(aggregates_of_rows);

} // namespace aggregates

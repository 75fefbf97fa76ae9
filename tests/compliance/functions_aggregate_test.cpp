// SPDX-License-Identifier: BSL-1.0
// Aggregates of different values, of conditions and of texts, and statistics, are the same on every database.

#include "failure.hpp"
#include "measurements.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace aggregate_functions {

using namespace measurements;
using stoa::from, stoa::string_agg, stoa::string_agg_distinct;
using exact = stoa::decimal<18, 2>;
using money = stoa::decimal<10, 2>;

struct of_rows : of_measurements {
protected:
    template <class E>
    auto of_all(E aggregate) {
        return db().one(from<measurement>().select(aggregate));
    }
};

TEST_P(of_rows, sums_and_means_of_different_values) {
    EXPECT_EQ(of_all(sum_distinct(number)), std::nullopt);
    EXPECT_EQ(of_all(avg_distinct(price)), std::nullopt);
    add({.id = 1, .small = 2, .number = 2, .real = 0.5, .single = 0.5F, .price = money("0.10")});
    add({.id = 2, .small = 2, .number = 2, .real = 0.5, .single = 0.5F, .price = money("0.10")});
    add({.id = 3, .small = 5, .number = 5, .real = 2.5, .single = 2.5F, .price = money("0.20")});
    const std::optional<std::int64_t> total = of_all(sum_distinct(number));
    EXPECT_EQ(total, 7);
    EXPECT_EQ(of_all(sum_distinct(small)), 7);
    EXPECT_EQ(of_all(sum_distinct(price)), exact("0.30"));
    EXPECT_EQ(of_all(sum_distinct(real)), 3.0);
    EXPECT_EQ(of_all(sum_distinct(single)), 3.0);
    EXPECT_EQ(of_all(avg_distinct(number)), 3.5);
    EXPECT_EQ(of_all(avg_distinct(price)), 0.15);
    EXPECT_EQ(of_all(avg_distinct(real)), 1.5);
    EXPECT_EQ(of_all(avg_distinct(single)), 1.5);
    EXPECT_EQ(of_all(avg_distinct(price).filter(id < 3)), 0.1);
    EXPECT_EQ(of_all(sum_distinct(number).filter(id < 3)), 2);
    EXPECT_EQ(of_all(sum_distinct(maybe)), std::nullopt);
}

TEST_P(of_rows, conditions_are_all_or_some_true) {
    EXPECT_EQ(of_all(bool_and(good)), std::nullopt);
    add({.id = 1, .number = 1, .maybe = 3, .good = true});
    EXPECT_EQ(of_all(bool_and(good)), true);
    add({.id = 2, .number = 2, .good = false});
    EXPECT_EQ(of_all(bool_and(good)), false);
    EXPECT_EQ(of_all(bool_or(good)), true);
    EXPECT_EQ(of_all(bool_and(number > 0)), true);
    EXPECT_EQ(of_all(bool_or(number > 2)), false);
    EXPECT_EQ(of_all(bool_and(maybe > 2)), true); // NULL is left out
    EXPECT_EQ(of_all(bool_or(good).filter(number > 1)), false);
    EXPECT_EQ(db().all(from<measurement>().group_by(number).having(bool_and(good)).select(number)),
              (std::vector<int>{1}));
    const auto running = bool_or(number > 1).over(stoa::sorted_by(id));
    EXPECT_EQ(db().all(from<measurement>().order_by(id).select(running)),
              (std::vector<std::optional<bool>>{false, true}));
}

TEST_P(of_rows, guids_have_extremes) {
    const stoa::guid small = *stoa::guid::parse("00000000-0000-0000-0000-0000000000ff");
    const stoa::guid large = *stoa::guid::parse("ff000000-0000-0000-0000-000000000000");
    EXPECT_EQ(of_all(max(key)), std::nullopt);
    add({.id = 1, .key = large});
    add({.id = 2, .key = small});
    const std::optional<stoa::guid> least = of_all(min(key));
    EXPECT_EQ(least, small);
    EXPECT_EQ(of_all(max(key)), large);
    EXPECT_EQ(of_all(max(key).filter(id == 2)), small);
    EXPECT_EQ(db().all(from<measurement>().order_by(id).select(min(key).over(stoa::sorted_by(id)))),
              (std::vector<std::optional<stoa::guid>>{large, small}));
}

TEST_P(of_rows, statistics_have_the_same_digits) {
    EXPECT_EQ(of_all(var_pop(number)), std::nullopt);
    add({.id = 1, .small = 1, .number = 1, .real = 0.1, .single = 0.1F, .price = money("0.10"), .maybe_real = {}});
    EXPECT_EQ(of_all(var_samp(number)), std::nullopt);
    EXPECT_EQ(of_all(stddev_pop(number)), 0.0);
    add({.id = 2, .small = 2, .number = 2, .real = 0.2, .single = 0.2F, .price = money("0.20"), .maybe_real = 1});
    add({.id = 3, .small = 4, .number = 4, .real = 0.7, .single = 0.7F, .price = money("0.70"), .maybe_real = 3});
    EXPECT_EQ(of_all(var_pop(maybe_real)), 1.0);
    EXPECT_EQ(of_all(var_samp(maybe_real)), 2.0);
    EXPECT_EQ(of_all(stddev_samp(maybe_real)), std::sqrt(2.0));
    const auto expected = [](std::vector<double> values) {
        double count = 0, sum = 0, squares = 0;
        for (double value : values) {
            count += 1;
            sum += value;
            const double distance = value * count - sum;
            if (count > 1) squares += distance * distance / (count * (count - 1));
        }
        return squares / (count - 1);
    };
    const double of_fractions = expected({0.1, 0.2, 0.7});
    EXPECT_EQ(of_all(var_samp(real)), of_fractions);
    EXPECT_EQ(of_all(stddev_samp(real)), std::sqrt(of_fractions));
    EXPECT_EQ(of_all(var_samp(price)), of_fractions);
    EXPECT_EQ(of_all(var_samp(single)), expected({0.1F, 0.2F, 0.7F}));
    EXPECT_EQ(of_all(var_samp(number)), expected({1, 2, 4}));
    EXPECT_EQ(of_all(stddev_pop(small).filter(id != 1)), 1.0);
}

TEST_P(of_rows, texts_are_joined_in_one_order) {
    EXPECT_EQ(of_all(string_agg(text, ", ")), std::nullopt);
    add({.id = 1, .number = 2, .text = "b", .note = {}});
    add({.id = 2, .number = 1, .text = "é", .note = "x"});
    add({.id = 3, .number = 2, .text = "a", .note = "x"});
    add({.id = 4, .number = 1, .text = "B", .note = "'"});
    const std::optional<std::string> all = of_all(string_agg(text, ", "));
    EXPECT_EQ(all, "B, a, b, é");
    EXPECT_EQ(of_all(string_agg(text, "", desc(text))), "ébaB");
    EXPECT_EQ(of_all(string_agg(text, "", number)), "Béab");
    EXPECT_EQ(of_all(string_agg(text, "", desc(number))), "abBé");
    EXPECT_EQ(of_all(string_agg(text, "", desc(number), desc(id))), "abBé");
    EXPECT_EQ(of_all(string_agg(text, "", number, desc(id))), "Béab");
    EXPECT_EQ(of_all(string_agg(note, "|")), "'|x|x");
    EXPECT_EQ(of_all(string_agg_distinct(note, "|")), "'|x");
    EXPECT_EQ(of_all(string_agg(text, "", note)), "Baéb"); // NULL is the largest
    EXPECT_EQ(of_all(string_agg(text, "", desc(note))), "baéB");
    EXPECT_EQ(of_all(string_agg(text, "'")), "B'a'b'é");
    EXPECT_EQ(of_all(string_agg(text, ",").filter(number == 2)), "a,b");
    EXPECT_EQ(of_all(string_agg(stoa::cast<std::string>(id), ",", desc(id))), "4,3,2,1");
    const auto rows =
        db().all(from<measurement>().group_by(number).order_by(number).select(number, string_agg(text, "+")));
    EXPECT_EQ(rows, (std::vector<std::tuple<int, std::optional<std::string>>>{{1, "B+é"}, {2, "a+b"}}));
    EXPECT_EQ(db().one(from<measurement>().select(stoa::coalesce(string_agg(text, "").filter(id > 9), "none"))),
              "none");
}

TEST_P(of_rows, texts_are_sorted_by_every_type) {
    for (int n : {1, 2, 3})
        add({.id = n,
             .large = -n,
             .real = n / -2.0,
             .price = money(-n),
             .text = std::to_string(n),
             .good = n != 3,
             .day = stoa::date(std::chrono::days(-n)),
             .moment = stoa::timestamp(std::chrono::microseconds(-n))});
    EXPECT_EQ(of_all(string_agg(text, "", large)), "321");
    EXPECT_EQ(of_all(string_agg(text, "", real)), "321");
    EXPECT_EQ(of_all(string_agg(text, "", price)), "321");
    EXPECT_EQ(of_all(string_agg(text, "", day)), "321");
    EXPECT_EQ(of_all(string_agg(text, "", moment)), "321");
    EXPECT_EQ(of_all(string_agg(text, "", good)), "312");
    EXPECT_EQ(of_all(string_agg(text, "", key, desc(id))), "321");
}

STOA_TEST_ON_EVERY_DATABASE(of_rows);

} // namespace aggregate_functions

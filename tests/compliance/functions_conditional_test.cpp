// SPDX-License-Identifier: BSL-1.0
// CASE, COALESCE, NULLIF, GREATEST, LEAST and CAST give the same on every database.

#include "failure.hpp"
#include "measurements.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace conditional_functions {

using namespace measurements;
using stoa::case_when, stoa::coalesce, stoa::nullif, stoa::greatest, stoa::least, stoa::cast, stoa::from;
using exact = stoa::decimal<18, 2>;
using money = stoa::decimal<10, 2>;

struct of_choices : of_measurements {};

TEST_P(of_choices, case_takes_the_first_condition_that_is_true) {
    const auto size = case_when(number < 10, "small").when(number < 100, "medium").otherwise("large");
    const std::string found = of({.number = 5}, size);
    EXPECT_EQ(found, "small");
    EXPECT_EQ(of({.number = 50}, size), "medium");
    EXPECT_EQ(of({.number = 500}, size), "large");
}

TEST_P(of_choices, case_without_otherwise_can_be_null) {
    const std::optional<int> found = of({.number = 1}, case_when(number > 1, 7));
    EXPECT_EQ(found, std::nullopt);
    EXPECT_EQ(of({.number = 2}, case_when(number > 1, 7)), 7);
    EXPECT_EQ(of({.number = 2}, case_when(maybe > 1, 7).when(maybe.is_null(), 8)), 8);
}

TEST_P(of_choices, case_mixes_columns_and_values) {
    const std::int64_t wide = of({.number = 3, .large = 9}, case_when(good, number).otherwise(large));
    EXPECT_EQ(wide, 9);
    EXPECT_EQ(of({.number = 3, .price = money("2.50")}, case_when(number == 3, price).otherwise(0)), exact("2.50"));
    EXPECT_EQ(of({.price = money("2.50")}, case_when(number == 3, price).otherwise(0)), exact(0));
    EXPECT_EQ(of({.real = 0.1, .single = 0.5F}, case_when(good, real).otherwise(single)), 0.5);
    EXPECT_EQ(of({.now = state::checked}, case_when(good, state::raw).otherwise(now)), state::checked);
    const std::optional<std::string> kept = of({.note = "x"}, case_when(!good, note).otherwise("none"));
    EXPECT_EQ(kept, "x");
    EXPECT_EQ(of({}, case_when(good, true).otherwise(number < 1)), true);
}

TEST_P(of_choices, case_sorts_groups_and_filters) {
    for (int n : {1, 2, 3, 4}) add({.id = n, .number = n});
    const auto rank = case_when(number % 2 == 0, 0).otherwise(1);
    EXPECT_EQ(db().all(from<measurement>().order_by(rank, id).select(id)), (std::vector<int>{2, 4, 1, 3}));
    EXPECT_EQ(db().all(from<measurement>().where(rank == 0).order_by(id).select(id)), (std::vector<int>{2, 4}));
    EXPECT_EQ(db().one(from<measurement>().select(sum(case_when(number > 1, number).otherwise(0)))), 9);
    EXPECT_EQ(db().one(from<measurement>().select(max(case_when(number > 1, number)))), 4);
}

TEST_P(of_choices, coalesce_takes_the_first_that_is_not_null) {
    const int found = of({.maybe = {}}, coalesce(maybe, 4));
    EXPECT_EQ(found, 4);
    EXPECT_EQ(of({.maybe = 3}, coalesce(maybe, 4)), 3);
    EXPECT_EQ(of({.text = "t"}, coalesce(note, text)), "t");
    EXPECT_EQ(of({.note = ""}, coalesce(note, "none")), "");
    const std::optional<int> still = of({}, coalesce(maybe, maybe));
    EXPECT_EQ(still, std::nullopt);
    EXPECT_EQ(of({.large = 5}, coalesce(maybe, large)), 5);
    EXPECT_EQ(of({.day = stoa::date(std::chrono::days(3))}, coalesce(maybe_day, day)),
              stoa::date(std::chrono::days(3)));
}

TEST_P(of_choices, coalesce_of_an_empty_sum_has_a_value) {
    const std::int64_t total = db().one(from<measurement>().select(coalesce(sum(number), 0)));
    EXPECT_EQ(total, 0);
    EXPECT_EQ(db().one(from<measurement>().select(coalesce(sum(price), 0))), exact(0));
}

TEST_P(of_choices, nullif_is_null_where_both_are_equal) {
    EXPECT_EQ(of({.number = 0}, nullif(number, 0)), std::nullopt);
    EXPECT_EQ(of({.number = 1}, nullif(number, 0)), 1);
    EXPECT_EQ(of({.text = ""}, nullif(text, "")), std::nullopt);
    EXPECT_EQ(of({.price = money("1.00")}, nullif(price, 1)), std::nullopt);
    EXPECT_EQ(of({.price = money("1.50")}, nullif(price, 1)), money("1.50"));
}

TEST_P(of_choices, greatest_and_least_leave_null_out) {
    const int plain = of({.small = 7, .number = 3}, greatest(small, number));
    EXPECT_EQ(plain, 7);
    EXPECT_EQ(of({.number = 3, .maybe = {}}, greatest(number, maybe)), 3);
    EXPECT_EQ(of({.number = 3, .maybe = {}}, greatest(maybe, number)), 3);
    EXPECT_EQ(of({.number = 3, .maybe = 8}, greatest(maybe, number, 5)), 8);
    EXPECT_EQ(of({.number = 3, .maybe = {}}, least(maybe, 5, number)), 3);
    EXPECT_EQ(of({}, least(maybe, maybe)), std::nullopt);
    EXPECT_EQ(of({.text = "a"}, greatest(text, "B")), "a");
    EXPECT_EQ(of({.text = "é"}, greatest(text, "z")), "é");
    EXPECT_EQ(of({.price = money("2.50")}, least(price, 3)), exact("2.50"));
    EXPECT_EQ(of({.day = stoa::date(std::chrono::days(3))}, greatest(day, maybe_day)),
              stoa::date(std::chrono::days(3)));
}

TEST_P(of_choices, casts_between_numbers) {
    EXPECT_EQ(of({.number = 7}, cast<double>(number)), 7.0);
    EXPECT_EQ(of({.large = (std::int64_t{1} << 53) + 1}, cast<double>(large)), 9007199254740992.0);
    EXPECT_EQ(of({.small = -7}, cast<std::int64_t>(small)), -7);
    EXPECT_EQ(of({.real = 2.7}, cast<std::int64_t>(real)), 2);
    EXPECT_EQ(of({.real = -2.7}, cast<std::int64_t>(real)), -2);
    EXPECT_EQ(of({.real = 2.5}, cast<std::int64_t>(real)), 2);
    EXPECT_EQ(of({.price = money("-2.70")}, cast<std::int64_t>(price)), -2);
    EXPECT_EQ(of({.price = money("12345678.90")}, cast<double>(price)), 12345678.90);
    EXPECT_EQ(of({.price = money("0.10")}, cast<double>(price)), 0.1);
    EXPECT_EQ(of({.number = 12}, cast<exact>(number)), exact(12));
    EXPECT_EQ(of({.price = money("1.25")}, cast<stoa::decimal<18, 4>>(price)), (stoa::decimal<18, 4>("1.25")));
    EXPECT_EQ(of({.good = true}, cast<int>(good)), 1);
    EXPECT_EQ(of({.good = true}, sum(cast<int>(good))), 1);
    EXPECT_EQ(of({.single = 0.1F}, cast<double>(single)), double{0.1F});
    EXPECT_EQ(of({.maybe = {}}, cast<double>(maybe)), std::nullopt);
}

TEST_P(of_choices, a_number_too_large_for_the_cast_is_an_error) {
    const auto failed = stoa_test::failure_of([&] { of({.real = 1e19}, cast<std::int64_t>(real)); });
    EXPECT_EQ(failed.code(), stoa::errc::out_of_range);
    EXPECT_EQ(of({.real = -9223372036854775808.0}, cast<std::int64_t>(real)), std::numeric_limits<std::int64_t>::min());
}

TEST_P(of_choices, casts_to_text_and_between_times) {
    EXPECT_EQ(of({.number = -12}, cast<std::string>(number)), "-12");
    EXPECT_EQ(of({.large = INT64_MIN}, cast<std::string>(large)), "-9223372036854775808");
    EXPECT_EQ(of({.now = state::checked}, cast<std::string>(now)), "checked");
    const stoa::date on(std::chrono::days(-1));
    const stoa::timestamp at = on + std::chrono::hours(23) + std::chrono::microseconds(1);
    EXPECT_EQ(of({.moment = at}, cast<stoa::date>(moment)), on);
    EXPECT_EQ(of({.day = on}, cast<stoa::timestamp>(day)), stoa::timestamp(on));
}

TEST_P(of_choices, functions_know_what_an_outer_join_leaves_out) {
    add({.id = 1, .number = 2, .text = "One"});
    add({.id = 2, .number = 9, .text = "Two"});
    constexpr auto next = stoa::alias<measurement, "next">;
    const auto query = from<measurement>()
                           .left_join(next, number == next[id])
                           .order_by(id)
                           .select(lower(next[text]), coalesce(next[text], "none"), greatest(next[number], number),
                                   case_when(next[id].is_null(), number).otherwise(next[number]),
                                   first_value(next[number]).over(stoa::sorted_by(desc(id))));
    using row = stoa::row_t<decltype(query)>;
    static_assert(
        std::is_same_v<
            row, std::tuple<std::optional<std::string>, std::string, int, std::optional<int>, std::optional<int>>>);
    EXPECT_EQ(db().all(query),
              (std::vector<row>{{"two", "Two", 9, 9, std::nullopt}, {std::nullopt, "none", 9, 9, std::nullopt}}));
}

STOA_TEST_ON_EVERY_DATABASE(of_choices);

} // namespace conditional_functions

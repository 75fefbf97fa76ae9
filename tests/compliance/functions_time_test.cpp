// SPDX-License-Identifier: BSL-1.0
// Functions of dates and times give the same on every database, and the same as <chrono>.

#include "failure.hpp"
#include "measurements.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

namespace time_functions {

using namespace measurements;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using stoa::date_part, stoa::date_unit, stoa::extract, stoa::date_trunc, stoa::from;

constexpr stoa::date on(int year, unsigned month, unsigned d) {
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(d));
}

struct of_times : of_measurements {
protected:
    template <class E>
    auto of_day(stoa::date given, E expression) {
        return of({.day = given}, expression);
    }

    template <class E>
    auto of_moment(stoa::timestamp given, E expression) {
        return of({.moment = given}, expression);
    }
};

constexpr stoa::timestamp last_moment = on(9999, 12, 31) + 24h - microseconds(1);

TEST_P(of_times, have_parts) {
    const stoa::timestamp at = on(2024, 2, 29) + 23h + 58min + 59s + microseconds(999'999);
    const auto [year, month, d, hour, minute, second, fraction] =
        of_moment(at, extract<date_part::year>(moment)) == 2024
            ? db().one(from<measurement>().select(
                  extract<date_part::year>(moment), extract<date_part::month>(moment), extract<date_part::day>(moment),
                  extract<date_part::hour>(moment), extract<date_part::minute>(moment),
                  extract<date_part::second>(moment), extract<date_part::microsecond>(moment)))
            : std::tuple<int, int, int, int, int, int, int>();
    EXPECT_EQ(std::tuple(year, month, d, hour, minute, second, fraction), std::tuple(2024, 2, 29, 23, 58, 59, 999'999));
    EXPECT_EQ(of_day(on(2024, 2, 29), extract<date_part::month>(day)), 2);
    EXPECT_EQ(of_day(on(1, 1, 1), extract<date_part::year>(day)), 1);
    EXPECT_EQ(of({.maybe_day = {}}, extract<date_part::year>(maybe_day)), std::nullopt);
}

TEST_P(of_times, have_days_of_the_week_and_of_the_year) {
    EXPECT_EQ(of_day(on(2024, 2, 25), extract<date_part::dow>(day)), 0); // a Sunday
    EXPECT_EQ(of_day(on(2024, 2, 25), extract<date_part::isodow>(day)), 7);
    EXPECT_EQ(of_day(on(2024, 2, 26), extract<date_part::isodow>(day)), 1);
    EXPECT_EQ(of_day(on(2024, 12, 31), extract<date_part::doy>(day)), 366);
    EXPECT_EQ(of_day(on(2021, 1, 3), extract<date_part::week>(day)), 53);
    EXPECT_EQ(of_day(on(2021, 1, 4), extract<date_part::week>(day)), 1);
    EXPECT_EQ(of_day(on(2024, 12, 30), extract<date_part::week>(day)), 1);
    EXPECT_EQ(of_day(on(1, 1, 1), extract<date_part::week>(day)), 1);
    EXPECT_EQ(of_day(on(9999, 12, 31), extract<date_part::week>(day)), 52);
    EXPECT_EQ(of_moment(on(2024, 2, 25) + 24h - microseconds(1), extract<date_part::dow>(moment)), 0);
}

TEST_P(of_times, have_an_epoch_in_whole_seconds) {
    EXPECT_EQ(of_moment(stoa::timestamp(microseconds(-1)), extract<date_part::epoch>(moment)), -1);
    EXPECT_EQ(of_moment(stoa::timestamp(microseconds(1'999'999)), extract<date_part::epoch>(moment)), 1);
    EXPECT_EQ(of_moment(on(1, 1, 1), extract<date_part::epoch>(moment)), -62'135'596'800);
    EXPECT_EQ(of_moment(last_moment, extract<date_part::epoch>(moment)), 253'402'300'799);
    EXPECT_EQ(of_day(on(1969, 12, 31), extract<date_part::epoch>(day)), -86'400);
}

TEST_P(of_times, are_cut_off_to_a_unit) {
    const stoa::timestamp at = on(2024, 11, 29) + 23h + 58min + 59s + microseconds(999'999);
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::year>(moment)), stoa::timestamp(on(2024, 1, 1)));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::month>(moment)), stoa::timestamp(on(2024, 11, 1)));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::week>(moment)), stoa::timestamp(on(2024, 11, 25)));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::day>(moment)), stoa::timestamp(on(2024, 11, 29)));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::hour>(moment)), stoa::timestamp(on(2024, 11, 29) + 23h));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::minute>(moment)), stoa::timestamp(on(2024, 11, 29) + 23h + 58min));
    EXPECT_EQ(of_moment(at, date_trunc<date_unit::second>(moment)), at - microseconds(999'999));
    EXPECT_EQ(of_day(on(2024, 11, 29), date_trunc<date_unit::month>(day)), on(2024, 11, 1));
    EXPECT_EQ(of_day(on(2024, 11, 29), date_trunc<date_unit::year>(day)), on(2024, 1, 1));
    EXPECT_EQ(of_day(on(2024, 11, 25), date_trunc<date_unit::week>(day)), on(2024, 11, 25));
    EXPECT_EQ(of_day(on(2024, 12, 1), date_trunc<date_unit::week>(day)), on(2024, 11, 25));
    EXPECT_EQ(of_day(on(1, 1, 1), date_trunc<date_unit::week>(day)), on(1, 1, 1));
}

TEST_P(of_times, a_month_ends_where_it_ends) {
    EXPECT_EQ(of_day(on(2024, 1, 31), add_months(day, 1)), on(2024, 2, 29));
    EXPECT_EQ(of_day(on(2023, 1, 31), add_months(day, 1)), on(2023, 2, 28));
    EXPECT_EQ(of_day(on(2024, 2, 29), add_months(day, 12)), on(2025, 2, 28));
    EXPECT_EQ(of_day(on(2024, 3, 31), add_months(day, -1)), on(2024, 2, 29));
    EXPECT_EQ(of_day(on(2024, 10, 31), add_months(day, 4)), on(2025, 2, 28));
    EXPECT_EQ(of_moment(on(2024, 1, 31) + microseconds(1), add_months(moment, 1)), on(2024, 2, 29) + microseconds(1));
    EXPECT_EQ(of({.number = -1, .day = on(2024, 3, 30)}, add_months(day, number)), on(2024, 2, 29));
    EXPECT_EQ(of({.maybe = {}}, add_months(day, maybe)), std::nullopt);
}

TEST_P(of_times, days_and_microseconds_are_added_exactly) {
    EXPECT_EQ(of_day(on(1999, 12, 31), add_days(day, 1)), on(2000, 1, 1));
    EXPECT_EQ(of_day(on(1, 1, 1), add_days(day, 3'652'058)), on(9999, 12, 31));
    EXPECT_EQ(of_day(on(9999, 12, 31), add_days(day, -3'652'058)), on(1, 1, 1));
    EXPECT_EQ(of_moment(on(1969, 12, 31) + 1h, add_days(moment, 2)), on(1970, 1, 2) + 1h);
    EXPECT_EQ(of_moment(on(1, 1, 1), add_microseconds(moment, 315'537'897'599'999'999)), last_moment);
    EXPECT_EQ(of_moment(last_moment, add_microseconds(moment, -315'537'897'599'999'999)), stoa::timestamp(on(1, 1, 1)));
    EXPECT_EQ(of_moment(on(2024, 1, 1), moment + 90min), on(2024, 1, 1) + 90min);
    EXPECT_EQ(of_moment(on(2024, 1, 1), moment - microseconds(1)), on(2024, 1, 1) - microseconds(1));
    EXPECT_EQ(of({.number = 3, .moment = on(2024, 1, 1)}, add_microseconds(moment, number)),
              on(2024, 1, 1) + microseconds(3));
}

TEST_P(of_times, beyond_the_years_is_an_error) {
    const auto fails = [&](auto expression) {
        return stoa_test::failure_of([&] { of({.day = on(9999, 12, 31), .moment = last_moment}, expression); }).code();
    };
    EXPECT_EQ(fails(add_days(day, 1)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(add_months(day, 1)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(add_microseconds(moment, 1)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(add_months(day, 1'000'000'000)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(add_days(day, INT64_MIN)), stoa::errc::out_of_range);
    EXPECT_EQ(fails(add_microseconds(moment, INT64_MAX)), stoa::errc::out_of_range);
}

TEST_P(of_times, differences_are_exact) {
    const stoa::timestamp first = on(1, 1, 1);
    EXPECT_EQ(of_moment(last_moment, microseconds_between(moment, first)), 315'537'897'599'999'999);
    EXPECT_EQ(of_moment(first, microseconds_between(moment, last_moment)), -315'537'897'599'999'999);
    EXPECT_EQ(
        of_moment(on(1970, 1, 1) - microseconds(1), microseconds_between(moment, on(1970, 1, 1) + microseconds(1))),
        -2);
    const std::int32_t days = of_day(on(9999, 12, 31), days_between(day, on(1, 1, 1)));
    EXPECT_EQ(days, 3'652'058);
    EXPECT_EQ(of({.day = on(2024, 3, 1), .maybe_day = on(2024, 2, 1)}, days_between(day, maybe_day)), 29);
    EXPECT_EQ(of({.day = on(2024, 3, 1)}, days_between(day, maybe_day)), std::nullopt);
}

TEST_P(of_times, random_times_are_computed_like_in_cpp) {
    std::mt19937_64 random(11);
    std::uniform_int_distribution<std::int64_t> times(stoa::min_timestamp.microseconds,
                                                      stoa::max_timestamp.microseconds);
    std::uniform_int_distribution<int> months(-1200, 1200);
    for (int n = 0; n != 60; ++n) {
        const stoa::timestamp at{microseconds(times(random))};
        const stoa::timestamp other{microseconds(times(random))};
        const int count = months(random);
        const auto days = std::chrono::floor<std::chrono::days>(at);
        const std::chrono::year_month_day date(days);
        db().upsert(measurement{.day = days, .moment = at});
        const auto [year, month, d, weekday, second, distance, day_distance] = db().one(from<measurement>().select(
            extract<date_part::year>(moment), extract<date_part::month>(day), extract<date_part::day>(moment),
            extract<date_part::dow>(day), date_trunc<date_unit::second>(moment), microseconds_between(moment, other),
            days_between(day, std::chrono::floor<std::chrono::days>(other))));
        EXPECT_EQ(year, int(date.year()));
        EXPECT_EQ(month, int(unsigned(date.month())));
        EXPECT_EQ(d, int(unsigned(date.day())));
        EXPECT_EQ(weekday, int(std::chrono::weekday(days).c_encoding()));
        EXPECT_EQ(second, std::chrono::floor<std::chrono::seconds>(at));
        EXPECT_EQ(distance, (at - other).count());
        EXPECT_EQ(day_distance, (days - std::chrono::floor<std::chrono::days>(other)).count());
        EXPECT_EQ(db().one(from<measurement>().select(add_microseconds(moment, (other - at).count()))), other);
        auto later = date + std::chrono::months(count);
        if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
        if (later.year() < std::chrono::year(1) || later.year() > std::chrono::year(9999)) continue;
        EXPECT_EQ(db().one(from<measurement>().select(add_months(day, count))), std::chrono::sys_days(later));
        EXPECT_EQ(db().one(from<measurement>().select(add_months(moment, count))),
                  std::chrono::sys_days(later) + (at - days));
    }
}

TEST_P(of_times, the_clock_is_that_of_the_program) {
    const stoa::timestamp before = std::chrono::floor<microseconds>(std::chrono::system_clock::now());
    const stoa::timestamp found = of({}, stoa::current_timestamp());
    EXPECT_GE(found, before);
    EXPECT_GE(of({}, stoa::current_date()), std::chrono::floor<std::chrono::days>(before));
    EXPECT_EQ(db().all(from<measurement>().where(moment < stoa::current_timestamp()).select(id)),
              (std::vector<int>{1}));
}

TEST_P(of_times, group_rows_by_month) {
    add({.id = 1, .number = 2, .moment = on(2024, 1, 3) + 1s});
    add({.id = 2, .number = 3, .moment = on(2024, 1, 31) + 23h});
    add({.id = 3, .number = 4, .moment = on(2024, 2, 1)});
    const auto month = date_trunc<date_unit::month>(moment);
    const auto rows = db().all(from<measurement>().group_by(month).order_by(month).select(month, sum(number)));
    EXPECT_EQ(rows, (std::vector<std::tuple<stoa::timestamp, std::optional<std::int64_t>>>{{on(2024, 1, 1), 5},
                                                                                           {on(2024, 2, 1), 4}}));
}

STOA_TEST_ON_EVERY_DATABASE(of_times);

} // namespace time_functions

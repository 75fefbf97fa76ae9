// SPDX-License-Identifier: BSL-1.0
// Timestamps to the microsecond and dates, from year 1 to year 9999.

#include "cells.hpp"

#include <chrono>

namespace time_values {

using namespace std::chrono;

struct times : stoa_test::databases {};

constexpr stoa::date on(int y, unsigned m, unsigned d) {
    return sys_days(year(y) / month(m) / day(d));
}

constexpr stoa::timestamp at(stoa::date date, int h, int m, int s, int us) {
    return stoa::timestamp(date) + hours(h) + minutes(m) + seconds(s) + microseconds(us);
}

constexpr stoa::timestamp first = at(on(1, 1, 1), 0, 0, 0, 0);
constexpr stoa::timestamp last = at(on(9999, 12, 31), 23, 59, 59, 999'999);

TEST_P(times, timestamps_are_kept_to_the_microsecond_found_again_and_ordered) {
    cells::expect_ordered_type<stoa::timestamp>(
        db(),
        {first, first + microseconds(1), at(on(4, 2, 29), 12, 0, 0, 0), at(on(1582, 10, 15), 0, 0, 0, 0),
         at(on(1899, 12, 31), 23, 59, 59, 999'999), at(on(1969, 12, 31), 23, 59, 59, 999'999), stoa::timestamp{},
         stoa::timestamp{microseconds(1)}, at(on(1999, 12, 31), 23, 59, 59, 999'999), at(on(2000, 1, 1), 0, 0, 0, 0),
         at(on(2000, 1, 1), 0, 0, 0, 1), at(on(2000, 2, 29), 6, 7, 8, 90'000), at(on(2024, 2, 29), 23, 59, 59, 123'456),
         at(on(2024, 3, 1), 0, 0, 0, 0), at(on(2024, 3, 31), 2, 30, 0, 0), at(on(2038, 1, 19), 3, 14, 8, 0),
         at(on(9999, 12, 31), 0, 0, 0, 0), last - microseconds(1), last});
}

TEST_P(times, dates_are_kept_found_again_and_ordered) {
    cells::expect_ordered_type<stoa::date>(db(), {on(1, 1, 1), on(1, 1, 2), on(4, 2, 29), on(1582, 10, 4),
                                                  on(1582, 10, 15), on(1600, 2, 29), on(1900, 2, 28), on(1900, 3, 1),
                                                  on(1969, 12, 31), on(1970, 1, 1), on(1999, 12, 31), on(2000, 1, 1),
                                                  on(2000, 2, 29), on(2023, 2, 28), on(2024, 2, 29), on(2024, 3, 1),
                                                  on(2100, 2, 28), on(9999, 2, 28), on(9999, 12, 31)});
}

TEST_P(times, every_day_of_two_years_around_a_leap_day_is_kept) {
    std::vector<stoa::date> days_of_two_years;
    for (stoa::date each = on(1999, 7, 1); each != on(2001, 7, 1); each += days(1)) days_of_two_years.push_back(each);
    EXPECT_EQ(days_of_two_years.size(), 731U);
    cells::fill(db(), days_of_two_years);
    cells::expect_rows(db(), days_of_two_years);
}

TEST_P(times, an_optional_timestamp_tells_null_from_the_epoch) {
    cells::expect_nullable_ordered(db(), stoa::timestamp{}, last);
}

TEST_P(times, an_optional_date_tells_null_from_the_epoch) {
    cells::expect_nullable_ordered(db(), on(1, 1, 1), stoa::date{});
}

TEST_P(times, coarser_times_of_the_standard_library_are_compared_and_stored) {
    using time_cell = cells::cell<stoa::timestamp>;
    const sys_seconds noon = sys_seconds(on(2024, 2, 29)) + hours(12);
    cells::fill<stoa::timestamp>(db(), {noon, noon + microseconds(1)});
    EXPECT_EQ(cells::rows_where<stoa::timestamp>(db(), cells::value<stoa::timestamp> == noon), (cells::ids{1}));
    EXPECT_EQ(cells::rows_where<stoa::timestamp>(db(), cells::value<stoa::timestamp> > noon), (cells::ids{2}));
    EXPECT_EQ(cells::rows_where<stoa::timestamp>(db(), cells::value<stoa::timestamp> > on(2024, 2, 29)),
              (cells::ids{1, 2}));
    EXPECT_EQ(db().execute(stoa::update<time_cell>().set(cells::value<stoa::timestamp> = on(2024, 3, 1))), 2);
    EXPECT_EQ(db().find<time_cell>(2)->value, at(on(2024, 3, 1), 0, 0, 0, 0));
}

STOA_TEST_ON_EVERY_DATABASE(times);

} // namespace time_values

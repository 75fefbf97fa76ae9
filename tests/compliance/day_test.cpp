// SPDX-License-Identifier: BSL-1.0
// The day of a time is that in UTC, whatever the time zone of the database or the program.

#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

namespace day_of_a_time {

using namespace std::chrono_literals;
using stoa::col, stoa::date_of, stoa::from;

struct event {
    std::int64_t id;
    stoa::timestamp at;
    std::optional<stoa::timestamp> seen_at;
};

constexpr stoa::date leap_day = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29);

struct day : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<event>>();
        if (GetParam() == stoa_test::kind::postgres) db().execute("SET TIME ZONE 'Pacific/Auckland'");
    }
};

TEST_P(day, begins_and_ends_at_midnight) {
    db().insert(event{1, leap_day, {}});
    db().insert(event{2, leap_day + 24h - 1us, {}});
    db().insert(event{3, leap_day + 24h, {}});
    db().insert(event{4, leap_day - 1us, {}});
    const auto days = from<event>().order_by(col<&event::id>).select(date_of(col<&event::at>));
    EXPECT_EQ(db().all(days), (std::vector<stoa::date>{leap_day, leap_day, leap_day + std::chrono::days(1),
                                                       leap_day - std::chrono::days(1)}));
    EXPECT_EQ(db().one(from<event>().where(date_of(col<&event::at>) == leap_day).select(stoa::count())), 2);
}

TEST_P(day, is_known_of_every_time_there_is) {
    const stoa::timestamp first = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
    const stoa::timestamp last = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31) + 24h - 1us;
    db().insert(event{1, first, {}});
    db().insert(event{2, last, {}});
    EXPECT_EQ(db().all(from<event>().order_by(date_of(col<&event::at>)).select(date_of(col<&event::at>))),
              (std::vector<stoa::date>{std::chrono::floor<std::chrono::days>(first),
                                       std::chrono::floor<std::chrono::days>(last)}));
}

TEST_P(day, of_no_time_is_null) {
    db().insert(event{1, leap_day, {}});
    db().insert(event{2, leap_day, leap_day + 1h});
    const auto seen = from<event>().order_by(col<&event::id>).select(date_of(col<&event::seen_at>));
    EXPECT_EQ(db().all(seen), (std::vector<std::optional<stoa::date>>{std::nullopt, leap_day}));
}

TEST_P(day, is_something_to_group_by) {
    for (int hour = 0; hour != 30; ++hour) db().insert(event{hour + 1, leap_day + std::chrono::hours(hour), {}});
    EXPECT_EQ(db().all(from<event>()
                           .group_by(date_of(col<&event::at>))
                           .having(stoa::count() > 1)
                           .order_by(desc(stoa::count()))
                           .select(date_of(col<&event::at>), stoa::count(), max(date_of(col<&event::at>)))),
              (std::vector<std::tuple<stoa::date, std::int64_t, std::optional<stoa::date>>>{
                  {leap_day, 24, leap_day}, {leap_day + std::chrono::days(1), 6, leap_day + std::chrono::days(1)}}));
}

STOA_TEST_ON_EVERY_DATABASE(day);

} // namespace day_of_a_time

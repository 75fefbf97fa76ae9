// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_DATE_FUNCTIONS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_DATE_FUNCTIONS_HPP

// Calendar arithmetic and the square root, which not every build of SQLite has, or not exactly:
//   stoa_add_days(time, n), stoa_add_months(time, n)   of a date or a timestamp
//   stoa_add_microseconds(time, n)                     of a timestamp
//   stoa_sqrt(number)                                  NULL of a negative one
// SQLite's own date functions keep milliseconds, and let a month after 31 January end in March. NULL stays NULL.

#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/types/iso_text.hpp"

#include <sqlite3.h>

#include <chrono>
#include <cmath>
#include <cstdint>

namespace stoa::sqlite::detail {

inline constexpr const char* outside_years = "stoa_add: the time is outside years 1 to 9999. Add less to it.";

template <class Time>
void return_time(sqlite3_context* context, Time value) {
    if (!in_range(value)) {
        sqlite3_result_error(context, outside_years, -1);
        return;
    }
    const auto text = iso_text(value);
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

/// More days, and months, than there are between two times of years 1 to 9999.
inline constexpr std::int64_t longest_distance = 3'700'000;
inline constexpr std::int64_t most_months = 120'000;

inline std::int32_t months_later(std::int32_t days, std::int64_t months) {
    using namespace std::chrono;
    if (months > most_months || months < -most_months) return max_date.days + 1;
    const year_month_day day{sys_days(std::chrono::days(days))};
    const year_month_day later = day + std::chrono::months(static_cast<int>(months));
    const sys_days clamped = later.ok() ? sys_days(later) : sys_days(later.year() / later.month() / last);
    return static_cast<std::int32_t>(clamped.time_since_epoch().count());
}

inline std::int32_t days_later(std::int32_t days, std::int64_t more) {
    return static_cast<std::int32_t>(days + more);
}

/// Changes the day of a date or timestamp.
template <std::int32_t (*Change)(std::int32_t, std::int64_t)>
void calendar_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    for (int n : {0, 1})
        if (sqlite3_value_type(arguments[n]) == SQLITE_NULL) return;
    const std::int64_t distance = sqlite3_value_int64(arguments[1]);
    native::date date{};
    native::timestamp time{};
    const bool is_date = decode(arguments[0], date) == fit::good;
    if (!is_date && decode(arguments[0], time) != fit::good) {
        sqlite3_result_error(context, "stoa_add: the argument is no date and no time. Pass one as it is stored.", -1);
    } else if (distance > longest_distance || distance < -longest_distance) {
        sqlite3_result_error(context, outside_years, -1);
    } else if (is_date) {
        return_time(context, native::date{Change(date.days, distance)});
    } else {
        // Counted from year 1, where nothing is negative.
        constexpr std::int64_t day = stoa::detail::microseconds_per_day;
        const std::int64_t elapsed = time.microseconds - min_timestamp.microseconds;
        const std::int32_t days = Change(static_cast<std::int32_t>(elapsed / day) + min_date.days, distance);
        return_time(context, native::timestamp{days * day + elapsed % day});
    }
}

inline void microseconds_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    for (int n : {0, 1})
        if (sqlite3_value_type(arguments[n]) == SQLITE_NULL) return;
    const std::int64_t distance = sqlite3_value_int64(arguments[1]);
    constexpr std::int64_t longest = longest_distance * stoa::detail::microseconds_per_day;
    native::timestamp time{};
    if (decode(arguments[0], time) != fit::good)
        sqlite3_result_error(context, "stoa_add: the argument is no time. Pass one as it is stored.", -1);
    else if (distance > longest || distance < -longest)
        sqlite3_result_error(context, outside_years, -1);
    else
        return_time(context, native::timestamp{time.microseconds + distance});
}

inline void sqrt_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    const double number = sqlite3_value_double(arguments[0]);
    if (number >= 0) sqlite3_result_double(context, std::sqrt(number));
}

} // namespace stoa::sqlite::detail

#endif

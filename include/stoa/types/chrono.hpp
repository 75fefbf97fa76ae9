// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_CHRONO_HPP
#define STOA_TYPES_CHRONO_HPP

// The <chrono> types that are columns, and their way to and from a driver. Years 1 to 9999 only: beyond them one
// database keeps going and another has no text for them.

#include "stoa/core/error.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/native.hpp"

#include <chrono>
#include <cstdint>

namespace stoa {

/// A point in time, UTC, in microseconds.
/// SQL: timestamptz on PostgreSQL; TEXT "YYYY-MM-DDTHH:MM:SS.ffffffZ" on SQLite.
using timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day.
/// SQL: date on PostgreSQL; TEXT "YYYY-MM-DD" on SQLite.
using date = std::chrono::sys_days;

/// Throws: mapping_error (out_of_range) outside years 1 to 9999.
constexpr native::timestamp to_native(timestamp value) {
    const native::timestamp native{value.time_since_epoch().count()};
    if (!in_range(native)) raise(errc::out_of_range, "the time is outside years 1 to 9999. Store a time within them.");
    return native;
}

/// Throws: mapping_error (out_of_range) outside years 1 to 9999.
constexpr native::date to_native(date value) {
    const auto days = value.time_since_epoch().count();
    if (days < min_date.days || days > max_date.days)
        raise(errc::out_of_range, "the date is outside years 1 to 9999. Store a date within them.");
    return {static_cast<std::int32_t>(days)};
}

/// Throws: mapping_error (out_of_range) outside years 1 to 9999; a database may hold infinity.
constexpr timestamp from_native(native::timestamp value) {
    if (!in_range(value))
        raise(errc::out_of_range, "the database holds a time outside years 1 to 9999. Correct the row, or read the "
                                  "column as text.");
    return timestamp(std::chrono::microseconds(value.microseconds));
}

/// Throws: mapping_error (out_of_range) outside years 1 to 9999; a database may hold infinity.
constexpr date from_native(native::date value) {
    if (!in_range(value))
        raise(errc::out_of_range, "the database holds a date outside years 1 to 9999. Correct the row, or read the "
                                  "column as text.");
    return date(std::chrono::days(value.days));
}

} // namespace stoa

#endif

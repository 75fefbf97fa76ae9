// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_INSTANT_HPP
#define STOA_TYPES_INSTANT_HPP

// The mappings of points in time: a timestamp in microseconds UTC and a calendar date, years 1 to 9999.

#include "stoa/types/chrono.hpp"
#include "stoa/types/mapping.hpp"

namespace stoa {

/// SQL: timestamptz on PostgreSQL, TEXT of 27 characters on SQLite.
template <>
struct mapping<timestamp> {
    static constexpr type_def type{type_kind::timestamp};
    using native_type = native::timestamp;
    static constexpr native::timestamp encode(timestamp value) { return to_native(value); }
    static constexpr void decode(native::timestamp native, timestamp& value) { value = from_native(native); }
};

/// SQL: date on PostgreSQL, TEXT of 10 characters on SQLite.
template <>
struct mapping<date> {
    static constexpr type_def type{type_kind::date};
    using native_type = native::date;
    static constexpr native::date encode(date value) { return to_native(value); }
    static constexpr void decode(native::date native, date& value) { value = from_native(native); }
};

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_BUILTIN_HPP
#define STOA_TYPES_BUILTIN_HPP

// The mappings of the language's own types: bool, integers, floating point, text, bytes, and the guid.
// Integers are kept in the smallest portable type that holds all their values; an unsigned 64-bit integer has none.

#include "stoa/core/error.hpp"
#include "stoa/types/guid.hpp"
#include "stoa/types/mapping.hpp"
#include "stoa/types/text_check.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

/// Any bytes. SQL: bytea on PostgreSQL, BLOB on SQLite.
using bytes = std::vector<std::byte>;

namespace detail {

/// Values that drivers take as they are.
template <class T, type_kind Kind>
struct identity_mapping {
    static constexpr type_def type{Kind};
    using native_type = T;
    static constexpr T encode(T value) { return value; }
    static constexpr void decode(T native, T& value) { value = native; }
};

template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

/// An integer with a column type that holds all its values.
template <class T>
concept mapped_integer =
    std::integral<T> && !std::same_as<T, bool> && !character<T> && (std::signed_integral<T> || sizeof(T) < 8);

template <mapped_integer T>
using stored_integer = std::conditional_t<
    (sizeof(T) < 2 || (sizeof(T) == 2 && std::signed_integral<T>)), std::int16_t,
    std::conditional_t<(sizeof(T) == 2 || (sizeof(T) == 4 && std::signed_integral<T>)), std::int32_t, std::int64_t>>;

template <class T>
inline constexpr type_kind integer_kind = sizeof(T) == 2   ? type_kind::int16
                                          : sizeof(T) == 4 ? type_kind::int32
                                                           : type_kind::int64;

[[noreturn]] inline void integer_out_of_range() {
    raise(errc::out_of_range,
          "the column holds an integer outside the range of its C++ field. Use a wider type for the "
          "field, or correct the row.");
}

} // namespace detail

template <>
struct mapping<bool> : detail::identity_mapping<bool, type_kind::boolean> {};

template <detail::mapped_integer T>
struct mapping<T> {
    using native_type = detail::stored_integer<T>;
    static constexpr type_def type{detail::integer_kind<native_type>};
    static constexpr native_type encode(T value) { return static_cast<native_type>(value); }
    static constexpr void decode(native_type native, T& value) {
        if constexpr (sizeof(native_type) > sizeof(T) || !std::signed_integral<T>) {
            if (native < native_type{std::numeric_limits<T>::min()} ||
                native > native_type{std::numeric_limits<T>::max()})
                detail::integer_out_of_range();
        }
        value = static_cast<T>(native);
    }
};

namespace detail {

/// The values of a field that are fewer than those of its integer column.
template <class T>
struct integer_bounds {
    static constexpr bool narrow = false;
};

template <mapped_integer T>
struct integer_bounds<T> {
    static constexpr bool narrow = sizeof(stored_integer<T>) > sizeof(T);
    static constexpr std::int64_t low = std::numeric_limits<T>::min(), high = std::numeric_limits<T>::max();
};

template <stored_mapping T>
struct integer_bounds<T> : integer_bounds<typename mapping<T>::stored_type> {};

} // namespace detail

// NaN is refused, since SQLite would keep it as NULL; both infinities are kept. A negative zero becomes zero: adding
// zero does that and nothing else, and one database would not keep the sign.
template <>
struct mapping<float> : detail::identity_mapping<float, type_kind::float32> {
    static constexpr float encode(float value) {
        check_number(value);
        return value + 0.0F;
    }
};

template <>
struct mapping<double> : detail::identity_mapping<double, type_kind::float64> {
    static constexpr double encode(double value) {
        check_number(value);
        return value + 0.0;
    }
};

/// Text is UTF-8 without NUL, the most both databases keep.
template <>
struct mapping<std::string> {
    static constexpr type_def type{type_kind::text};
    using native_type = native::text;
    static native::text encode(const std::string& value) {
        check_text(value);
        return value;
    }
    static void decode(native::text native, std::string& value) { value.assign(native); }
};

template <>
struct mapping<bytes> {
    static constexpr type_def type{type_kind::bytes};
    using native_type = native::bytes;
    static native::bytes encode(const bytes& value) { return value; }
    static void decode(native::bytes native, bytes& value) { value.assign(native.begin(), native.end()); }
};

template <>
struct mapping<guid> : detail::identity_mapping<guid, type_kind::guid> {};

} // namespace stoa

#endif

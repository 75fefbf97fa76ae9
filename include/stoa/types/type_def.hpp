// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_TYPE_DEF_HPP
#define STOA_TYPES_TYPE_DEF_HPP

// The portable SQL types, as values. A dialect decides what each is called and how it is stored.

#include <cstdint>
#include <string_view>

namespace stoa {

/// The types a column can have, the same on every database.
enum class type_kind : std::uint8_t {
    boolean,
    int16,
    int32,
    int64,
    float32,
    float64,
    text,      ///< UTF-8 without NUL
    bytes,     ///< any bytes
    guid,      ///< 16 bytes, RFC 9562
    json,      ///< a document in canonical form
    timestamp, ///< microseconds, UTC, years 1 to 9999
    date,      ///< days, years 1 to 9999
    decimal,   ///< exact, 1 to 18 digits
    array,     ///< values of one other type, any number of them
};

/// The name used in messages and documentation.
constexpr std::string_view to_string(type_kind kind) noexcept {
    switch (kind) {
    case type_kind::boolean: return "boolean";
    case type_kind::int16: return "int16";
    case type_kind::int32: return "int32";
    case type_kind::int64: return "int64";
    case type_kind::float32: return "float32";
    case type_kind::float64: return "float64";
    case type_kind::text: return "text";
    case type_kind::bytes: return "bytes";
    case type_kind::guid: return "guid";
    case type_kind::json: return "json";
    case type_kind::timestamp: return "timestamp";
    case type_kind::date: return "date";
    case type_kind::decimal: return "decimal";
    case type_kind::array: return "array";
    }
    return "unknown";
}

/// A portable type with its parameters.
struct type_def {
    type_kind kind = type_kind::int64;
    std::uint8_t precision = 0;   ///< decimal: digits in all, 1 to 18
    std::uint8_t scale = 0;       ///< decimal: digits behind the point, 0 to precision
    bool list = false;            ///< a parameter that carries a whole list of such values
    type_kind element{};          ///< array: the type of its elements, which have `precision` and `scale`
    std::string_view enum_name{}; ///< text: the database's own enumeration type, where it has such; empty: none

    friend constexpr bool operator==(const type_def&, const type_def&) = default;
};

/// Whether every database keeps such values inside an array.
constexpr bool can_be_element(type_kind kind) noexcept {
    return kind != type_kind::bytes && kind != type_kind::json && kind != type_kind::array;
}

/// The type of arrays of values of `element`, which is none itself.
constexpr type_def array_of(type_def element) noexcept {
    element.element = element.kind;
    element.kind = type_kind::array;
    element.enum_name = {}; // enumerators in arrays are text everywhere
    return element;
}

/// The type of the elements of `array`.
constexpr type_def element_of(type_def array) noexcept {
    array.kind = array.element;
    array.element = {};
    return array;
}

constexpr bool is_integer(type_kind kind) noexcept {
    return kind == type_kind::int16 || kind == type_kind::int32 || kind == type_kind::int64;
}

constexpr bool is_floating(type_kind kind) noexcept {
    return kind == type_kind::float32 || kind == type_kind::float64;
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_CODEC_HPP
#define STOA_DRIVER_SQLITE_CODEC_HPP

// Stored value → native value, with every check, and list → JSON text. SQLite keeps five kinds of values
// (https://sqlite.org/datatype3.html); what each portable type becomes is in the dialect's table of column types.

#include "stoa/core/text_sink.hpp"
#include "stoa/types/array_text.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/native.hpp"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stoa::sqlite::detail {

/// How a stored value and the type it is read as go together.
enum class fit : std::uint8_t { good, wrong_kind, wrong_value, null_element, out_of_range, out_of_memory };

inline fit decode(sqlite3_value* stored, std::int64_t& value) noexcept {
    if (sqlite3_value_type(stored) != SQLITE_INTEGER) return fit::wrong_kind;
    value = sqlite3_value_int64(stored);
    return fit::good;
}

template <class Integer>
fit decode_narrow(sqlite3_value* stored, Integer& value) noexcept {
    std::int64_t wide = 0;
    if (const fit found = decode(stored, wide); found != fit::good) return found;
    value = static_cast<Integer>(wide);
    return value == wide ? fit::good : fit::out_of_range;
}

inline fit decode(sqlite3_value* stored, std::int16_t& value) noexcept {
    return decode_narrow(stored, value);
}
inline fit decode(sqlite3_value* stored, std::int32_t& value) noexcept {
    return decode_narrow(stored, value);
}

inline fit decode(sqlite3_value* stored, bool& value) noexcept {
    std::int64_t wide = 0;
    if (const fit found = decode(stored, wide); found != fit::good) return found;
    value = wide == 1;
    return wide == 0 || wide == 1 ? fit::good : fit::wrong_value;
}

inline fit decode(sqlite3_value* stored, double& value) noexcept {
    // A whole number in a REAL column is kept as an integer, and an upsert's RETURNING gives it out as that.
    constexpr std::int64_t exact = std::int64_t{1} << std::numeric_limits<double>::digits;
    const bool whole = sqlite3_value_type(stored) == SQLITE_INTEGER && sqlite3_value_int64(stored) <= exact &&
                       sqlite3_value_int64(stored) >= -exact;
    if (sqlite3_value_type(stored) != SQLITE_FLOAT && !whole) return fit::wrong_kind;
    value = sqlite3_value_double(stored);
    return fit::good;
}

inline fit decode(sqlite3_value* stored, float& value) noexcept {
    double wide = 0;
    if (const fit found = decode(stored, wide); found != fit::good) return found;
    constexpr double largest = std::numeric_limits<float>::max();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if ((wide > largest && wide != infinity) || (wide < -largest && wide != -infinity)) return fit::out_of_range;
    value = static_cast<float>(wide);
    return fit::good;
}

inline fit decode(sqlite3_value* stored, native::text& value) noexcept {
    if (sqlite3_value_type(stored) != SQLITE_TEXT) return fit::wrong_kind;
    // First the text, then its size: https://sqlite.org/c3ref/column_blob.html says why.
    const unsigned char* const data = sqlite3_value_text(stored);
    if (data == nullptr) return fit::out_of_memory;
    value = {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(stored))};
    return fit::good;
}

inline fit decode(sqlite3_value* stored, native::json& value) noexcept {
    return decode(stored, value.text);
}

inline fit decode(sqlite3_value* stored, native::array& value) {
    native::text text;
    if (const fit found = decode(stored, text); found != fit::good) return found;
    switch (read_array_text(text, value)) {
    case array_fit::good: return fit::good;
    case array_fit::null_element: return fit::null_element;
    case array_fit::out_of_range: return fit::out_of_range;
    case array_fit::no_array:
    case array_fit::wrong_element: break;
    }
    return fit::wrong_value;
}

inline fit decode(sqlite3_value* stored, native::bytes& value) noexcept {
    if (sqlite3_value_type(stored) != SQLITE_BLOB) return fit::wrong_kind;
    const void* const data = sqlite3_value_blob(stored); // null when empty
    value = {static_cast<const std::byte*>(data), static_cast<std::size_t>(sqlite3_value_bytes(stored))};
    return fit::good;
}

inline fit decode(sqlite3_value* stored, guid& value) noexcept {
    if (native::bytes bytes; decode(stored, bytes) == fit::good) {
        if (bytes.size() != 16) return fit::wrong_value;
        value = guid::from_bytes(bytes.first<16>());
        return fit::good;
    }
    native::text text;
    if (const fit found = decode(stored, text); found != fit::good) return found;
    const std::optional<guid> parsed = text.size() == 36 ? guid::parse(text) : std::nullopt;
    if (!parsed) return fit::wrong_value;
    value = *parsed;
    return fit::good;
}

template <class Time>
fit decode_iso(sqlite3_value* stored, Time& value) noexcept {
    native::text text;
    if (const fit found = decode(stored, text); found != fit::good) return found;
    return parse_iso(text, value) ? fit::good : fit::wrong_value;
}

inline fit decode(sqlite3_value* stored, native::timestamp& value) noexcept {
    return decode_iso(stored, value);
}
inline fit decode(sqlite3_value* stored, native::date& value) noexcept {
    return decode_iso(stored, value);
}

inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{1};
    for (std::size_t i = 1; i != powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// Reads an unscaled integer of `stored_scale` digits behind the point as one of `value.scale`.
inline fit decode(sqlite3_value* stored, native::decimal& value, std::uint8_t stored_scale) noexcept {
    std::int64_t unscaled = 0;
    if (const fit found = decode(stored, unscaled); found != fit::good) return found;
    const std::int64_t limit = powers_of_ten[value.precision];
    if (value.scale > stored_scale) {
        const std::int64_t factor = powers_of_ten[static_cast<std::size_t>(value.scale - stored_scale)];
        if (unscaled > limit / factor || unscaled < -limit / factor) return fit::out_of_range;
        unscaled *= factor;
    } else if (value.scale < stored_scale) {
        const std::int64_t divisor = powers_of_ten[static_cast<std::size_t>(stored_scale - value.scale)];
        if (unscaled % divisor != 0) return fit::out_of_range;
        unscaled /= divisor;
    }
    if (unscaled >= limit || unscaled <= -limit) return fit::out_of_range;
    value.unscaled = unscaled;
    return fit::good;
}

template <std::size_t N>
constexpr std::string_view view_of(const std::array<char, N>& text) noexcept {
    return {text.data(), N};
}

inline void print_element(text_sink& out, std::int64_t value, type_kind kind) {
    if (kind == type_kind::timestamp)
        out << '"' << view_of(iso_text(native::timestamp{value})) << '"';
    else if (kind == type_kind::date)
        out << '"' << view_of(iso_text(native::date{static_cast<std::int32_t>(value)})) << '"';
    else
        out.number(value);
}

inline void print_element(text_sink& out, double value, type_kind) {
    if (value > std::numeric_limits<double>::max()) {
        out << "9e999"; // JSON has no infinity; SQLite reads what is too large as one
    } else if (value < std::numeric_limits<double>::lowest()) {
        out << "-9e999";
    } else {
        // 17 significant digits; fewer would leave SQLite's reader less room for its own rounding.
        char digits[32];
        const auto [end, error] =
            std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific, 16);
        out << std::string_view(digits, static_cast<std::size_t>(end - digits));
    }
}

inline void print_element(text_sink& out, std::string_view value, type_kind) {
    constexpr std::string_view hex = "0123456789abcdef";
    out << '"';
    for (const char c : value) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out << '\\' << c;
        else if (code < 0x20)
            out << "\\u00" << hex[code >> 4U] << hex[code & 0xFU];
        else
            out << c;
    }
    out << '"';
}

inline void print_element(text_sink& out, const guid& value, type_kind) {
    out << '"' << view_of(value.to_chars()) << '"';
}

inline void print_element(text_sink& out, std::span<const std::byte> value, type_kind) {
    constexpr std::string_view hex = "0123456789abcdef";
    out << '"';
    for (const std::byte byte : value)
        out << hex[std::to_integer<std::size_t>(byte >> 4)] << hex[std::to_integer<std::size_t>(byte & std::byte{0xF})];
    out << '"';
}

/// The JSON array that a list parameter is bound as. Elements read back as the column stores them; guids and bytes
/// pass through the SQL functions stoa_guid and stoa_bytes on their way.
inline void print_list(text_sink& out, const native::list& list) {
    out << '[';
    native::with_values(list.values, [&](const auto& values) {
        std::size_t n = 0;
        for (const auto& value : values) {
            if (n != 0) out << ',';
            if (!list.nulls.empty() && list.nulls[n] != 0)
                out << "null";
            else
                print_element(out, value, list.type.kind);
            ++n;
        }
    });
    out << ']';
}

} // namespace stoa::sqlite::detail

#endif

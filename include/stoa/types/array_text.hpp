// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_ARRAY_TEXT_HPP
#define STOA_TYPES_ARRAY_TEXT_HPP

// An array as one text, for databases that have no arrays: a JSON array in canonical form, so that equal arrays have
// equal text. Booleans and numbers are JSON's own, decimals their unscaled integers, guids and times strings; an
// infinity is 9e+999, which is larger than every number.

#include "stoa/core/error.hpp"
#include "stoa/types/decimal.hpp"
#include "stoa/types/detail/json_number.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/json_text.hpp"
#include "stoa/types/native.hpp"

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace stoa {

namespace detail {

inline constexpr std::string_view json_infinity = "9e+999";

/// The shortest digits that read back as the same number.
template <std::floating_point Float>
void append_array_number(std::string& out, Float value) {
    constexpr Float infinity = std::numeric_limits<Float>::infinity();
    if (value == infinity || value == -infinity) {
        out.append(value < 0 ? "-" : "").append(json_infinity);
        return;
    }
    char digits[32];
    const char* const end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific).ptr;
    std::string_view text(digits, static_cast<std::size_t>(end - digits));
    json_number number;
    number.negative = text[0] == '-';
    if (number.negative) text.remove_prefix(1);
    const std::size_t exponent = text.find('e');
    number.whole = text.substr(0, 1);
    if (exponent > 2) number.fraction = text.substr(2, exponent - 2);
    const std::size_t power = exponent + (text[exponent + 1] == '+' ? 2 : 1); // from_chars reads no plus sign
    std::from_chars(text.data() + power, text.data() + text.size(), number.exponent);
    append_json_number(out, number);
}

template <std::size_t N>
void append_array_string(std::string& out, const std::array<char, N>& text) {
    out.append(1, '"').append(text.data(), N).append(1, '"');
}

inline void append_array_element(std::string& out, type_kind kind, std::int64_t value) {
    if (kind == type_kind::boolean)
        out += value != 0 ? "true" : "false";
    else if (kind == type_kind::timestamp)
        append_array_string(out, iso_text(native::timestamp{value}));
    else if (kind == type_kind::date)
        append_array_string(out, iso_text(native::date{static_cast<std::int32_t>(value)}));
    else
        out += std::to_string(value);
}

inline void append_array_element(std::string& out, type_kind kind, double value) {
    if (kind == type_kind::float32)
        append_array_number(out, static_cast<float>(value));
    else
        append_array_number(out, value);
}

inline void append_array_element(std::string& out, type_kind, const std::string& value) {
    out += json_quote(value);
}

inline void append_array_element(std::string& out, type_kind, const guid& value) {
    append_array_string(out, value.to_chars());
}

inline void append_array_element(std::string&, type_kind, const std::vector<std::byte>&) {
    raise(errc::usage, "an array cannot hold bytes. Bind the values in their native form.");
}

} // namespace detail

/// The text of an array.
inline std::string array_text(const native::list& array) {
    std::string out = "[";
    native::with_values(array.values, [&](const auto& values) {
        for (const auto& each : values) {
            if (out.size() != 1) out += ',';
            detail::append_array_element(out, array.type.element, each);
        }
    });
    return out += ']';
}

/// What a text can be for the array it is read into.
enum class array_fit : std::uint8_t { good, no_array, null_element, wrong_element, out_of_range };

namespace detail {

/// Reads the elements of a JSON array in canonical form, whatever its spelling was before.
class array_text_reader {
public:
    array_text_reader(std::string_view canonical, native::array& array)
        : rest_(canonical), type_(element_of(array.type)), values_(array.values) {}

    array_fit read() {
        if (!rest_.starts_with('[')) return array_fit::no_array;
        if (rest_ == "[]") rest_.remove_prefix(1); // no element comes behind the bracket
        switch (type_.kind) {
        case type_kind::float32:
        case type_kind::float64: return read_all<double>();
        case type_kind::text: return read_all<std::string>();
        case type_kind::guid: return read_all<guid>();
        default: return read_all<std::int64_t>();
        }
    }

private:
    template <class Value>
    array_fit read_all() {
        std::vector<Value> values;
        while (rest_ != "]") {
            rest_.remove_prefix(1); // the bracket or a comma
            if (rest_.starts_with("null")) return array_fit::null_element;
            if (rest_[0] == '[' || rest_[0] == '{') return array_fit::wrong_element;
            const bool quoted = rest_[0] == '"';
            const std::string text = quoted ? take_string() : take_word();
            if (quoted != is_quoted(type_.kind)) return array_fit::wrong_element;
            Value value{};
            if (const array_fit fit = convert(text, value); fit != array_fit::good) return fit;
            values.push_back(std::move(value));
        }
        values_ = std::move(values);
        return array_fit::good;
    }

    static constexpr bool is_quoted(type_kind kind) {
        return kind == type_kind::text || kind == type_kind::guid || kind == type_kind::timestamp ||
               kind == type_kind::date;
    }

    std::string take_word() {
        const std::size_t size = rest_.find_first_of(",]");
        std::string word(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return word;
    }

    /// Canonical JSON escapes quotes, backslashes and control characters only.
    std::string take_string() {
        std::string text;
        std::size_t at = 1;
        for (; rest_[at] != '"'; ++at) {
            if (rest_[at] != '\\') {
                text += rest_[at];
                continue;
            }
            switch (const char c = rest_[++at]) {
            case 'b': text += '\b'; break;
            case 'f': text += '\f'; break;
            case 'n': text += '\n'; break;
            case 'r': text += '\r'; break;
            case 't': text += '\t'; break;
            case 'u': {
                unsigned code = 0;
                std::from_chars(&rest_[at + 1], &rest_[at + 1] + 4, code, 16);
                text += static_cast<char>(code);
                at += 4;
                break;
            }
            default: text += c; break;
            }
        }
        rest_.remove_prefix(at + 1);
        return text;
    }

    static array_fit convert(const std::string& text, std::string& value) {
        value = text;
        return array_fit::good;
    }

    static array_fit convert(std::string_view text, guid& value) {
        const std::optional<guid> parsed = text.size() == 36 ? guid::parse(text) : std::nullopt;
        if (!parsed) return array_fit::wrong_element;
        value = *parsed;
        return array_fit::good;
    }

    array_fit convert(std::string_view text, double& value) const {
        const bool negative = text.starts_with('-');
        if (text.substr(negative ? 1 : 0) == json_infinity) {
            value = std::numeric_limits<double>::infinity();
            if (negative) value = -value;
            return array_fit::good;
        }
        if (type_.kind == type_kind::float64) return number(text, value);
        float single = 0;
        const array_fit fit = number(text, single);
        value = single;
        return fit;
    }

    array_fit convert(std::string_view text, std::int64_t& value) const {
        switch (type_.kind) {
        case type_kind::boolean: value = text == "true"; return truth(text);
        case type_kind::int16: return whole(text, value, INT16_MIN, INT16_MAX);
        case type_kind::int32: return whole(text, value, INT32_MIN, INT32_MAX);
        case type_kind::int64: return whole(text, value, INT64_MIN, INT64_MAX);
        case type_kind::decimal: {
            const std::int64_t limit = powers_of_ten[type_.precision];
            return whole(text, value, 1 - limit, limit - 1);
        }
        case type_kind::timestamp: {
            native::timestamp time;
            if (!parse_iso(text, time)) return array_fit::wrong_element;
            value = time.microseconds;
            return array_fit::good;
        }
        case type_kind::date: {
            native::date day;
            if (!parse_iso(text, day)) return array_fit::wrong_element;
            value = day.days;
            return array_fit::good;
        }
        default: return array_fit::wrong_element;
        }
    }

    static array_fit truth(std::string_view text) {
        return text == "true" || text == "false" ? array_fit::good : array_fit::wrong_element;
    }

    template <class Number>
    static array_fit number(std::string_view text, Number& value) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc::result_out_of_range) return array_fit::out_of_range;
        return error == std::errc() && end == text.data() + text.size() ? array_fit::good : array_fit::wrong_element;
    }

    static array_fit whole(std::string_view text, std::int64_t& value, std::int64_t low, std::int64_t high) {
        const array_fit fit = number(text, value);
        return fit == array_fit::good && (value < low || value > high) ? array_fit::out_of_range : fit;
    }

    std::string_view rest_;
    type_def type_;
    decltype(native::array::values)& values_;
};

} // namespace detail

/// Reads `text`, any JSON array, into an array whose type is set.
inline array_fit read_array_text(std::string_view text, native::array& array) {
    std::string canonical;
    try {
        canonical = canonical_json(text);
    } catch (const error&) {
        return array_fit::no_array; // a column without its CHECK can hold anything
    }
    return detail::array_text_reader(canonical, array).read();
}

} // namespace stoa

#endif

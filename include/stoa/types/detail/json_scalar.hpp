// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_SCALAR_HPP
#define STOA_TYPES_DETAIL_JSON_SCALAR_HPP

// How single values stand in a document. A form has
//   `name`, which tells it apart in a variant;
//   `nullable`: some value of it is written as null;
//   `distinct`: no two values of it are written alike, as far as its type alone tells;
//   `write(out, value, place)`, which appends JSON text, not yet canonical;
//   `read(node, value, place, problems)`, which leaves the value as it was where it adds a problem.

#include "stoa/core/error.hpp"
#include "stoa/reflection/enumerators.hpp"
#include "stoa/reflection/name.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/decimal.hpp"
#include "stoa/types/detail/json_place.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/enumeration.hpp"
#include "stoa/types/iso_text.hpp"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace stoa::detail {

/// Not defined: such values have no place in a document.
template <class T>
struct json_form;

template <class T>
concept json_content = requires { json_form<T>::nullable; };

struct json_plain_form {
    static constexpr bool nullable = false;
    static constexpr bool distinct = true;
};

template <>
struct json_form<bool> : json_plain_form {
    static constexpr std::string_view name = "boolean";
    static void write(std::string& out, bool value, const json_place&) { out += value ? "true" : "false"; }
    static void read(const json_node& node, bool& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::boolean) return problems.expected("a boolean", at, node);
        value = node.text == "true";
    }
};

template <class Number>
void append_number(std::string& out, Number value) {
    char digits[64]{}; // of floating-point numbers the shortest text that reads back the same
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

template <class Number>
std::errc parse_number(std::string_view text, Number& value) {
    return std::from_chars(text.data(), text.data() + text.size(), value).ec;
}

/// Of 64 bits too, and without a sign: a number in a document has as many digits as it needs.
template <std::integral T>
    requires(!std::same_as<T, bool> && !character<T>)
struct json_form<T> : json_plain_form {
    static constexpr std::string_view name = [] {
        constexpr std::string_view names[2][4] = {{"uint8", "uint16", "uint32", "uint64"},
                                                  {"int8", "int16", "int32", "int64"}};
        return names[std::signed_integral<T>][sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3];
    }();
    static void write(std::string& out, T value, const json_place&) { append_number(out, value); }
    static void read(const json_node& node, T& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::number) return problems.expected("a whole number", at, node);
        // A canonical number has an exponent only if it is 1e21 or more, or has a fraction.
        const bool is_whole = node.text.find('.') == std::string::npos && node.text.find("e-") == std::string::npos;
        const bool is_large = node.text.find("e+") != std::string::npos;
        if (!is_whole && !is_large) return problems.add(errc::mapping_mismatch, at, "is not a whole number");
        if (is_large || (std::unsigned_integral<T> && node.text[0] == '-') ||
            parse_number(node.text, value) != std::errc())
            problems.add(errc::out_of_range, at, (std::string("is outside the range of ") += name));
    }
};

template <std::floating_point T>
    requires(std::same_as<T, float> || std::same_as<T, double>)
struct json_form<T> : json_plain_form {
    static constexpr std::string_view name = std::same_as<T, float> ? "float32" : "float64";
    static void write(std::string& out, T value, const json_place& at) {
        if (!(value - value == 0))
            raise(errc::invalid_value, at.text() + " is NaN or infinite, which is no JSON number. Make the field "
                                                   "std::optional and leave it empty.");
        append_number(out, value);
    }
    static void read(const json_node& node, T& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::number) return problems.expected("a number", at, node);
        if (parse_number(node.text, value) != std::errc())
            problems.add(errc::out_of_range, at, (std::string("is outside the range of ") += name));
    }
};

/// A number with all its digits.
template <int P, int S>
struct json_form<decimal<P, S>> : json_plain_form {
    static constexpr std::string_view name = "decimal";
    static void write(std::string& out, decimal<P, S> value, const json_place&) { out += to_string(value); }
    static void read(const json_node& node, decimal<P, S>& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::number) return problems.expected("a number", at, node);
        if (const auto read = decimal<P, S>::parse(without_exponent(node.text)))
            value = *read;
        else
            problems.add(errc::out_of_range, at,
                         "does not fit decimal<" + std::to_string(P) + ", " + std::to_string(S) + ">");
    }

private:
    /// Canonical numbers below 1e-6 written out; large ones are too large in any form.
    static std::string without_exponent(std::string_view text) {
        const std::size_t e = text.find("e-");
        int zeros = 0;
        if (e == std::string_view::npos || parse_number(text.substr(e + 2), zeros) != std::errc() || zeros > 18)
            return std::string(text);
        const bool negative = text[0] == '-';
        std::string plain = negative ? "-0." : "0.";
        plain.append(static_cast<std::size_t>(zeros - 1), '0');
        for (const char c : text.substr(negative ? 1 : 0, e - (negative ? 1 : 0)))
            if (c != '.') plain += c;
        return plain;
    }
};

template <>
struct json_form<std::string> : json_plain_form {
    static constexpr std::string_view name = "text";
    static void write(std::string& out, const std::string& value, const json_place& at) {
        if (!is_valid_text(value))
            raise(errc::invalid_value, at.text() + " is not UTF-8, or holds a NUL. Convert it to UTF-8.");
        out += json_quote(value);
    }
    static void read(const json_node& node, std::string& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::string) return problems.expected("a string", at, node);
        value = node.text;
    }
};

/// Any value, kept as it is.
template <>
struct json_form<json_document> {
    static constexpr bool nullable = true;
    static constexpr bool distinct = true;
    static constexpr std::string_view name = "json";
    static void write(std::string& out, const json_document& value, const json_place&) { out += value.text(); }
    static void read(const json_node& node, json_document& value, const json_place&, json_problems&) {
        std::string text;
        append_json(text, node);
        value = json_document::parse(text);
    }
};

/// Strings of a fixed form: `Form::parse(text)` is empty for any other.
template <class T, class Form>
struct json_text_form : json_plain_form {
    static void read(const json_node& node, T& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::string) return problems.expected(Form::expected, at, node);
        if (const auto read = Form::parse(node.text))
            value = *read;
        else
            problems.add(errc::invalid_value, at, (std::string("is not ") += Form::expected));
    }
};

template <>
struct json_form<guid> : json_text_form<guid, json_form<guid>> {
    static constexpr std::string_view name = "guid";
    static constexpr std::string_view expected = "a guid in a string";
    static std::optional<guid> parse(std::string_view text) { return guid::parse(text); }
    static void write(std::string& out, const guid& value, const json_place&) {
        (out += '"') += to_string(value) += '"';
    }
};

/// The text that columns have on databases without such a type.
template <class Time, class Native>
struct json_time_form : json_text_form<Time, json_form<Time>> {
    static std::optional<Time> parse(std::string_view text) {
        Native native;
        if (!parse_iso(text, native)) return std::nullopt;
        return from_native(native);
    }
    static void write(std::string& out, Time value, const json_place&) {
        const auto text = iso_text(to_native(value));
        ((out += '"').append(text.data(), text.size())) += '"';
    }
};

template <>
struct json_form<timestamp> : json_time_form<timestamp, native::timestamp> {
    static constexpr std::string_view name = "timestamp";
    static constexpr std::string_view expected = "a time like \"2024-02-29T12:30:00.000000Z\"";
};

template <>
struct json_form<date> : json_time_form<date, native::date> {
    static constexpr std::string_view name = "date";
    static constexpr std::string_view expected = "a date like \"2024-02-29\"";
};

template <reflection::named_enum E>
    requires(!stored_mapping<E> && !std::same_as<E, std::byte>)
struct json_form<E> : json_plain_form {
    static constexpr std::string_view name = reflection::type_name<E>;
    static void write(std::string& out, E value, const json_place&) { out += json_quote(mapping<E>::encode(value)); }
    static void read(const json_node& node, E& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::string) return problems.expected("an enumerator's name", at, node);
        for (const auto& each : reflection::enumerators<E>)
            if (each.name == node.text) return void(value = each.value);
        problems.add(errc::invalid_value, at, (std::string("is not an enumerator of ") += name));
    }
};

/// A type of the program's own, as the type it is stored as.
template <stored_mapping T>
    requires(!typed_document<T> && json_content<typename mapping<T>::stored_type>)
struct json_form<T> : json_form<typename mapping<T>::stored_type> {
    using stored = typename mapping<T>::stored_type;
    static constexpr std::string_view name = reflection::type_name<T>;
    static void write(std::string& out, const T& value, const json_place& at) {
        json_form<stored>::write(out, mapping<T>::store(value), at);
    }
    static void read(const json_node& node, T& value, const json_place& at, json_problems& problems) {
        const std::size_t before = problems.count();
        stored read{};
        json_form<stored>::read(node, read, at, problems);
        if (problems.count() != before) return;
        try {
            value = mapping<T>::load(std::move(read));
        } catch (const mapping_error& refusal) {
            problems.add(refusal.code(), at, "is refused: " + refusal.info().message);
        }
    }
};

} // namespace stoa::detail

#endif

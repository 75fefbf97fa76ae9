// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_SCANNER_HPP
#define STOA_TYPES_DETAIL_JSON_SCANNER_HPP

// Recognises text that is canonical JSON already, without building anything. Most documents that come out of a
// database are, because they went in that way; for the others json_reader.hpp does the work. The scanner may say no to
// canonical text that is rare (escapes, exponents, deep nesting, a document that is a single value), never yes to
// anything else.
//
// The text ends in a bracket, at which all stop by themselves: only strings have to look for the end. Each function
// takes where something begins, and where that bracket is, and gives back where the thing ends: at most there. Null:
// it is not there in canonical form.

#include "stoa/types/detail/json_plain.hpp"
#include "stoa/types/text_check.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

constexpr const char* skip_canonical_word(const char* at, std::string_view word) noexcept {
    for (const char c : word)
        if (*at++ != c) return nullptr; // at the latest at the bracket
    return at;
}

/// A string without escapes, from behind its first quote.
constexpr const char* skip_canonical_string(const char* at, const char* last) noexcept {
    for (;;) {
        at = skip_plain_json(at, last);
        if (*at == '"') return at + 1;
        if (static_cast<unsigned char>(*at) < 0x80U) return nullptr;
        const std::size_t length = utf8_length({at, static_cast<std::size_t>(last - at)}, 0);
        if (length == 0) return nullptr;
        at += length;
    }
}

/// The name of a member and the colon.
constexpr const char* skip_canonical_name(const char* at, const char* last) noexcept {
    if (*at != '"') return nullptr;
    at = skip_canonical_string(at + 1, last);
    return at != nullptr && *at == ':' ? at + 1 : nullptr;
}

constexpr const char* skip_digits(const char* at) noexcept {
    while (*at >= '0' && *at <= '9') ++at;
    return at;
}

/// Up to 15 digits, without needless zeros, or zeros right behind the point. An exponent may follow, unseen.
constexpr const char* skip_canonical_number(const char* at) noexcept {
    const bool negative = *at == '-';
    const char* const whole = negative ? at + 1 : at;
    if (*whole >= '1' && *whole <= '9') {
        at = skip_digits(whole + 1);
        if (*at != '.') return at - whole > 15 ? nullptr : at;
    } else {
        if (*whole != '0') return nullptr;
        at = whole + 1;
        if (*at != '.') return negative ? nullptr : at;
    }
    const char* const fraction = at + 1;
    at = skip_digits(fraction);
    if (at == fraction || at - whole > 16 || at[-1] == '0' || (*whole == '0' && *fraction == '0')) return nullptr;
    return at;
}

/// Whether a member's name comes before another one's. Both end in a quote and have none in them.
constexpr bool is_name_before(const char* a, const char* b) noexcept {
    for (; *a == *b; ++a, ++b)
        if (*a == '"') return false;
    return *a == '"' || (*b != '"' && static_cast<unsigned char>(*a) < static_cast<unsigned char>(*b));
}

/// True only for what json_reader would write in the same way.
constexpr bool is_canonical_json(std::string_view text) noexcept {
    constexpr std::size_t most_depth = 32;
    if (text.size() < 2 || (text.front() != '{' && text.front() != '[')) return false;
    if (text.back() != '}' && text.back() != ']') return false;
    const char* at = text.data();
    const char* const last = at + text.size() - 1;
    const char* outer[most_depth]; // `name` of what the innermost array or object is in
    std::size_t depth = 0;
    const char* name = nullptr; // of the last member of the innermost object, behind its quote; null in an array
    for (;;) {                  // a value begins
        switch (*at) {
        case '{':
            if (depth == most_depth) return false;
            outer[depth++] = name;
            name = ++at + 1;
            if (*at == '}') break;
            at = skip_canonical_name(at, last);
            if (at == nullptr) return false;
            continue;
        case '[':
            if (depth == most_depth) return false;
            outer[depth++] = name;
            name = nullptr;
            if (*++at == ']') break;
            continue;
        case '"': at = skip_canonical_string(at + 1, last); break;
        case 't': at = skip_canonical_word(at, "true"); break;
        case 'f': at = skip_canonical_word(at, "false"); break;
        case 'n': at = skip_canonical_word(at, "null"); break;
        default: at = skip_canonical_number(at); break;
        }
        if (at == nullptr) return false;
        while (*at != ',') { // a value has ended, and what it is in
            if (*at != (name != nullptr ? '}' : ']')) return false;
            name = outer[--depth];
            if (depth == 0) return at == last;
            if (at++ == last) return false;
        }
        ++at;
        if (name == nullptr) continue;
        const char* const next = at + 1;
        at = skip_canonical_name(at, last);
        if (at == nullptr || !is_name_before(name, next)) return false; // ascending, they are also unique
        name = next;
    }
}

} // namespace stoa::detail

#endif

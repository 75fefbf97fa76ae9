// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_STRING_HPP
#define STOA_TYPES_DETAIL_JSON_STRING_HPP

// The one spelling of a character in a JSON string: escaped only where RFC 8259, section 7, demands it.

#include <cstdint>
#include <string>
#include <string_view>

namespace stoa::detail {

/// Appends one character of a JSON string, escaped if it must be.
inline void append_json_character(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20) {
        out += "\\u00";
        out += digits[code >> 4];
        out += digits[code & 0xFU];
    } else {
        out += c;
    }
}

inline void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) return append_json_character(out, static_cast<char>(code));
    if (code < 0x800) {
        put(0xC0U | code >> 6);
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12);
        put(0x80U | (code >> 6 & 0x3FU));
    } else {
        put(0xF0U | code >> 18);
        put(0x80U | (code >> 12 & 0x3FU));
        put(0x80U | (code >> 6 & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

} // namespace stoa::detail

#endif

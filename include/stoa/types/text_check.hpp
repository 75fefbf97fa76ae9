// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_TEXT_CHECK_HPP
#define STOA_TYPES_TEXT_CHECK_HPP

// What every database can store, decided before one is asked: text is UTF-8 (RFC 3629) without NUL, numbers are not
// NaN. SQLite would keep a bad text as it is and turn NaN into NULL, PostgreSQL refuses the text and keeps the NaN;
// refusing here makes them alike. Every bound text passes through, so plain ASCII is read eight bytes at a time.

#include "stoa/core/error.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace stoa {

namespace detail {

/// How many bytes the UTF-8 sequence at `at` has; 0 if there is none. RFC 3629, section 4: the second byte's range
/// excludes longer spellings than needed, surrogates and what lies above U+10FFFF.
constexpr std::size_t utf8_length(std::string_view text, std::size_t at) noexcept {
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const unsigned lowest = lead == 0xE0 ? 0xA0U : lead == 0xF0 ? 0x90U : 0x80U;
    const unsigned highest = lead == 0xED ? 0x9FU : lead == 0xF4 ? 0x8FU : 0xBFU;
    if (byte(at + 1) < lowest || byte(at + 1) > highest) return 0;
    if (lead < 0xE0) return 2;
    if (!follows(at + 2)) return 0;
    if (lead < 0xF0) return 3;
    return follows(at + 3) ? 4 : 0;
}

/// How many of eight bytes are ASCII and not NUL, up to the first one that is not; none of them where that cannot be
/// told. The subtraction sets the high bit of the lowest zero byte.
inline std::size_t plain_prefix(const char* block) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, block, sizeof word);
    const std::uint64_t found = (word | (word - 0x0101010101010101U)) & 0x8080808080808080U;
    if (found == 0) return 8;
    return std::endian::native == std::endian::little ? static_cast<std::size_t>(std::countr_zero(found)) / 8 : 0;
}

} // namespace detail

/// The offset of the first byte that no database text may hold; npos if there is none.
constexpr std::size_t find_invalid_text(std::string_view text) noexcept {
    const std::size_t size = text.size();
    std::size_t at = 0;
    while (at < size) {
        if (size >= 8 && !std::is_constant_evaluated()) {
            const char* const data = text.data();
            std::size_t plain = 8;
            for (; size - at >= 8 && plain == 8; at += plain) plain = detail::plain_prefix(data + at);
            if (size - at < 8 && detail::plain_prefix(data + size - 8) == 8) break; // some of which were seen before
        }
        const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
        const std::size_t length = ascii ? (text[at] != '\0' ? 1 : 0) : detail::utf8_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

/// True for UTF-8 without NUL.
constexpr bool is_valid_text(std::string_view text) noexcept {
    return find_invalid_text(text) == std::string_view::npos;
}

/// Throws: mapping_error (invalid_value) for text that is not UTF-8 or holds a NUL; the message has the byte's
/// offset, never the text.
constexpr void check_text(std::string_view text) {
    const std::size_t at = find_invalid_text(text);
    if (at == std::string_view::npos) return;
    if (text[at] == '\0')
        raise(errc::invalid_value, "the text holds a NUL at byte " + std::to_string(at) +
                                       ", which is not text on every database. Remove it, or use a column of bytes.");
    raise(errc::invalid_value,
          "the text is not UTF-8 at byte " + std::to_string(at) + ". Convert it to UTF-8, or use a column of bytes.");
}

/// Throws: mapping_error (invalid_value) for NaN, which SQLite would store as NULL. Infinities pass.
constexpr void check_number(double value) {
    if (value != value)
        raise(errc::invalid_value, "the number is NaN, which not every database can store. "
                                   "Make the field std::optional and leave it empty.");
}

/// As for double.
constexpr void check_number(float value) {
    check_number(static_cast<double>(value));
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_PLAIN_HPP
#define STOA_TYPES_DETAIL_JSON_PLAIN_HPP

// The characters of a JSON string that stand for themselves, eight at a time: most of what documents consist of.

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace stoa::detail {

constexpr bool is_plain_json(char c) noexcept {
    const auto code = static_cast<unsigned char>(c);
    return code >= 0x20 && code < 0x80 && c != '"' && c != '\\';
}

/// Whether eight characters can be looked at together: the first of them is then the lowest byte of a word.
inline constexpr bool has_json_words = std::endian::native == std::endian::little;

/// The high bit of the first of eight characters that does not stand for itself, and of some behind it; 0 without one.
constexpr std::uint64_t not_plain_json(std::uint64_t word) noexcept {
    constexpr std::uint64_t each = 0x0101010101010101U;
    // A subtraction sets the high bit of a byte that is too low, and above such a byte maybe of others. Flipping a bit
    // takes the quote, 0x22, to right behind the control characters.
    return (word | ((word ^ each * 0x02U) - each * 0x21U) | ((word ^ each * '\\') - each)) & each * 0x80U;
}

/// The first character in [at, end) that is a quote, a backslash, a control character or not ASCII; `end` without one.
constexpr const char* skip_plain_json(const char* at, const char* end) noexcept {
    if constexpr (has_json_words) {
        if (!std::is_constant_evaluated()) {
            while (end - at >= 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, at, sizeof word);
                if (const std::uint64_t found = not_plain_json(word); found != 0)
                    return at + std::countr_zero(found) / 8;
                at += 8;
            }
        }
    }
    while (at != end && is_plain_json(*at)) ++at;
    return at;
}

} // namespace stoa::detail

#endif

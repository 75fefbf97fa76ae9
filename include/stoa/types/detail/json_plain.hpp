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

/// The first character in [at, end) that is a quote, a backslash, a control character or not ASCII; `end` without one.
constexpr const char* skip_plain_json(const char* at, const char* end) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        if (!std::is_constant_evaluated()) {
            constexpr std::uint64_t each = 0x0101010101010101U;
            for (; end - at >= 8; at += 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, at, sizeof word);
                const std::uint64_t quote = word ^ (each * '"');
                const std::uint64_t backslash = word ^ (each * '\\');
                // A subtraction sets the high bit of a byte that is too low, and above such a byte maybe of others.
                const std::uint64_t found =
                    (word | (word - each * 0x20U) | (quote - each) | (backslash - each)) & (each * 0x80U);
                if (found != 0) return at + std::countr_zero(found) / 8;
            }
        }
    }
    while (at != end && is_plain_json(*at)) ++at;
    return at;
}

} // namespace stoa::detail

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_GUID_HPP
#define STOA_TYPES_GUID_HPP

// A globally unique identifier (UUID, RFC 9562) as a value: sixteen bytes, most significant first, so that comparing
// bytes, comparing lower case text and comparing inside either database give the same order. Making new ones is
// guid_generator.hpp's business.

#include "stoa/core/error.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stoa {

/// Sixteen bytes in the order they are printed; the default is the nil guid, all zero.
/// SQL: uuid on PostgreSQL; TEXT of 36 lower case characters or BLOB of 16 bytes on SQLite.
/// Example: `constexpr stoa::guid root = "0190f3a1-0000-7000-8000-000000000001"_guid;`
class guid {
public:
    constexpr guid() = default;
    constexpr explicit guid(std::span<const std::byte, 16> bytes) {
        for (std::size_t i = 0; i != 16; ++i) bytes_[i] = bytes[i];
    }

    static constexpr guid from_bytes(std::span<const std::byte, 16> bytes) { return guid(bytes); }

    /// Reads 8-4-4-4-12 hexadecimal digits of either case, the same in {braces}, or 32 digits without hyphens;
    /// empty for anything else.
    static constexpr std::optional<guid> parse(std::string_view text);

    /// Reads what `parse` reads. Throws: mapping_error (invalid_value) for any other text.
    static constexpr guid from_string(std::string_view text) {
        const std::optional<guid> value = parse(text);
        if (!value)
            raise(errc::invalid_value, "the text is not a guid. Write 32 hexadecimal digits as 8-4-4-4-12, with or "
                                       "without braces, or without any hyphen.");
        return *value;
    }

    /// The canonical text: 8-4-4-4-12 digits in lower case, without a NUL.
    constexpr std::array<char, 36> to_chars() const noexcept;

    constexpr std::span<const std::byte, 16> bytes() const noexcept { return std::span<const std::byte, 16>(bytes_); }

    /// 1 to 8 for the layouts of RFC 9562 (section 4.2); 0 for nil.
    constexpr int version() const noexcept { return std::to_integer<int>(bytes_[6] >> 4); }
    /// The variant (RFC 9562, section 4.1): 0 NCS, 1 the RFC's own, 2 Microsoft, 3 reserved.
    constexpr int variant() const noexcept {
        const int bits = std::to_integer<int>(bytes_[8] >> 5);
        return bits < 4 ? 0 : bits < 6 ? 1 : bits == 6 ? 2 : 3;
    }
    constexpr bool is_nil() const noexcept { return *this == guid(); }

    friend constexpr bool operator==(const guid&, const guid&) = default;
    friend constexpr std::strong_ordering operator<=>(const guid&, const guid&) = default;

    /// Public only so that a guid can be a template argument; use `bytes()`.
    std::array<std::byte, 16> bytes_{};
};

constexpr std::optional<guid> guid::parse(std::string_view text) {
    if (text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
    const char* const at = text.data();
    char digits[32];
    if (text.size() == 36) {
        if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
        std::char_traits<char>::copy(digits, at, 8);
        std::char_traits<char>::copy(digits + 8, at + 9, 4);
        std::char_traits<char>::copy(digits + 12, at + 14, 4);
        std::char_traits<char>::copy(digits + 16, at + 19, 4);
        std::char_traits<char>::copy(digits + 20, at + 24, 12);
    } else if (text.size() == 32) {
        std::char_traits<char>::copy(digits, at, 32);
    } else {
        return std::nullopt;
    }
    // Loops without branches, which compilers run on sixteen characters at a time. A letter minus '0', and a digit
    // minus 'a', wrap around to what is too large.
    std::uint8_t values[32];
    std::uint8_t wrong = 0;
    for (std::size_t i = 0; i != 32; ++i) {
        const auto code = static_cast<std::uint8_t>(digits[i]);
        const auto digit = static_cast<std::uint8_t>(code - '0');
        const auto letter = static_cast<std::uint8_t>((code | 0x20) - 'a');
        values[i] = static_cast<std::uint8_t>(digit < 10 ? digit : letter + 10);
        wrong = static_cast<std::uint8_t>(wrong | ((digit > 9) & (letter > 5)));
    }
    if (wrong != 0) return std::nullopt;
    guid value;
    for (std::size_t i = 0; i != 16; ++i)
        value.bytes_[i] = static_cast<std::byte>(values[2 * i] << 4 | values[2 * i + 1]);
    return value;
}

constexpr std::array<char, 36> guid::to_chars() const noexcept {
    std::uint8_t values[32]; // in loops like those of parse
    for (std::size_t i = 0; i != 16; ++i) {
        const auto byte = std::to_integer<std::uint8_t>(bytes_[i]);
        values[2 * i] = byte >> 4;
        values[2 * i + 1] = byte & 0xF;
    }
    char digits[32];
    for (std::size_t i = 0; i != 32; ++i) digits[i] = static_cast<char>(values[i] + (values[i] < 10 ? '0' : 'a' - 10));
    std::array<char, 36> text{};
    std::char_traits<char>::copy(text.data(), digits, 8);
    std::char_traits<char>::copy(text.data() + 9, digits + 8, 4);
    std::char_traits<char>::copy(text.data() + 14, digits + 12, 4);
    std::char_traits<char>::copy(text.data() + 19, digits + 16, 4);
    std::char_traits<char>::copy(text.data() + 24, digits + 20, 12);
    text[8] = text[13] = text[18] = text[23] = '-';
    return text;
}

/// The canonical text: 36 characters in lower case.
inline std::string to_string(const guid& value) {
    const std::array<char, 36> text = value.to_chars();
    return std::string(text.data(), text.size());
}

inline namespace literals {

/// A guid written in the program; text that is not one does not compile.
consteval guid operator""_guid(const char* text, std::size_t size) {
    return guid::from_string({text, size});
}

} // namespace literals

} // namespace stoa

template <>
struct std::hash<stoa::guid> {
    std::size_t operator()(const stoa::guid& value) const noexcept {
        // Generated guids differ in any of their bytes (random, or time and a counter), so all of them are mixed.
        std::uint64_t halves[2]{};
        for (std::size_t i = 0; i != 16; ++i)
            halves[i / 8] = halves[i / 8] << 8 | std::to_integer<std::uint64_t>(value.bytes_[i]);
        std::uint64_t mixed = halves[0] * 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ mixed >> 29 ^ halves[1]) * 0xD6E8FEB86659FD93U;
        mixed ^= mixed >> 32;
        return static_cast<std::size_t>(mixed);
    }
};

#endif

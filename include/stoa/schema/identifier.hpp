// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_IDENTIFIER_HPP
#define STOA_SCHEMA_IDENTIFIER_HPP

// A name of at most 63 bytes, the longest every supported database keeps whole
// (PostgreSQL manual, 4.1.1 Identifiers and Key Words), held by value so that names can be made while compiling.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

class identifier {
public:
    static constexpr std::size_t max_size = 63;

    constexpr identifier() = default;

    /// Keeps `text` if it has at most 63 bytes; else its first 54 bytes, an underscore and 8 hexadecimal digits
    /// of a hash (FNV-1a, 32 bits) of the whole, so that long names stay distinct and the same in every build.
    constexpr explicit identifier(std::string_view text) {
        if (text.size() <= max_size) {
            append(text);
            return;
        }
        // Do not cut a multi-byte character in two.
        std::size_t cut = max_size - 9;
        while (cut != 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
        append(text.substr(0, cut));
        append("_");
        std::uint32_t hash = 2166136261U;
        for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        for (int shift = 28; shift >= 0; shift -= 4)
            data_[size_++] = "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    }

    constexpr std::string_view view() const noexcept { return {data_, size_}; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr operator std::string_view() const noexcept { return view(); }

    friend constexpr bool operator==(const identifier& a, const identifier& b) noexcept { return a.view() == b.view(); }
    friend constexpr bool operator==(const identifier& a, std::string_view b) noexcept { return a.view() == b; }

private:
    constexpr void append(std::string_view text) {
        for (char c : text) data_[size_++] = c;
    }

    char data_[max_size + 1]{};
    std::uint8_t size_ = 0;
};

} // namespace stoa

#endif

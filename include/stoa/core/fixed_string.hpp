// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_FIXED_STRING_HPP
#define STOA_CORE_FIXED_STRING_HPP

// A string that can be a template argument. Messages of compile errors and names of fields travel in it.

#include <cstddef>
#include <string_view>

namespace stoa {

/// Text of exactly `N` bytes, usable as a template argument; `data` ends with a NUL that is not counted.
template <std::size_t N>
struct fixed_string {
    char data[N + 1]{};

    constexpr fixed_string() = default;

    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a fixed_string
    constexpr fixed_string(const char (&text)[N + 1]) {
        for (std::size_t i = 0; i != N; ++i) data[i] = text[i];
    }

    /// Copies the first `N` bytes of `text`, which must have that many.
    static constexpr fixed_string copy_of(std::string_view text) {
        fixed_string copy;
        copy.data[N] = '\0'; // clang prints an array as text only if every element was written
        for (std::size_t i = 0; i != N; ++i) copy.data[i] = text[i];
        return copy;
    }

    static constexpr std::size_t size() noexcept { return N; }
    constexpr std::string_view view() const noexcept { return {data, N}; }
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr operator std::string_view() const noexcept { return view(); }
};

template <std::size_t N>
fixed_string(const char (&)[N]) -> fixed_string<N - 1>;

} // namespace stoa

#endif

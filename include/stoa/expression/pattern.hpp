// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_PATTERN_HPP
#define STOA_EXPRESSION_PATTERN_HPP

// The pattern of LIKE, a type of its own because databases without a case-sensitive LIKE get it translated when bound.

#include "stoa/expression/literal.hpp"

#include <string>
#include <string_view>

namespace stoa {

/// `%` any characters, `_` one character, `\` before either: itself.
struct like_pattern {
    std::string text;
};

/// The same written as a string literal, which a definition can hold.
struct static_like_pattern {
    std::string_view text;
};

template <>
struct mapping<like_pattern> {
    using stored_type = std::string;
    static const std::string& store(const like_pattern& pattern) { return pattern.text; }
};

template <>
struct mapping<static_like_pattern> {
    using stored_type = static_string;
    static constexpr static_string store(static_like_pattern pattern) { return {pattern.text}; }
};

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_LIKE_PATTERN_HPP
#define STOA_TYPES_LIKE_PATTERN_HPP

// Patterns of the LIKE operator: % is any text, _ any one character, and a backslash takes the meaning from the
// character behind it. Databases differ in what they do to upper and lower case, so a pattern may have to be
// translated into GLOB. All special characters are ASCII, hence every function passes UTF-8 through unharmed.

#include "stoa/core/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa {

/// True unless the pattern ends in a backslash that has nothing to escape.
constexpr bool is_like_pattern(std::string_view pattern) noexcept {
    const std::size_t other = pattern.find_last_not_of('\\');
    const std::size_t backslashes = pattern.size() - (other == std::string_view::npos ? 0 : other + 1);
    return backslashes % 2 == 0;
}

/// The longest pattern, in bytes: SQLite takes 50000, and translating can make three of one
/// (https://www.sqlite.org/limits.html, item 10).
inline constexpr std::size_t max_like_pattern = 16384;

/// Throws: mapping_error (invalid_value) if the pattern is longer than `max_like_pattern`, or ends in a lone backslash,
/// which one database refuses and another never matches.
constexpr void check_like_pattern(std::string_view pattern) {
    if (pattern.size() > max_like_pattern)
        raise(errc::invalid_value, "the pattern is longer than 16384 bytes. Match a shorter part of the text.");
    if (!is_like_pattern(pattern))
        raise(errc::invalid_value, "the pattern ends in a backslash that escapes nothing. Write it twice to match a "
                                   "backslash, or use stoa::escape_like.");
}

/// A pattern, or part of one, that matches exactly `text`: `\`, `%` and `_` are escaped.
inline std::string escape_like(std::string_view text) {
    std::string pattern;
    pattern.reserve(text.size());
    for (const char c : text) {
        if (c == '\\' || c == '%' || c == '_') pattern += '\\';
        pattern += c;
    }
    return pattern;
}

/// Hands the characters of the GLOB pattern that matches, minding case, what `pattern` matches with LIKE, to `put`.
/// Throws: mapping_error (invalid_value) as `check_like_pattern`.
/// See: https://www.sqlite.org/lang_expr.html#the_like_glob_regexp_match_and_extract_operators
template <class Put>
constexpr void translate_like(std::string_view pattern, Put put) {
    check_like_pattern(pattern);
    for (std::size_t i = 0; i != pattern.size(); ++i) {
        char c = pattern[i];
        if (c == '%' || c == '_') {
            put(c == '%' ? '*' : '?');
            continue;
        }
        if (c == '\\') c = pattern[++i];
        const bool special = c == '*' || c == '?' || c == '[';
        if (special) put('[');
        put(c);
        if (special) put(']');
    }
}

/// The same as text.
inline std::string glob_from_like(std::string_view pattern) {
    std::string glob;
    glob.reserve(pattern.size());
    translate_like(pattern, [&](char c) { glob += c; });
    return glob;
}

} // namespace stoa

#endif

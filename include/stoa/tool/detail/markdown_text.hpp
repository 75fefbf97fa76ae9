// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_DETAIL_MARKDOWN_TEXT_HPP
#define STOA_TOOL_DETAIL_MARKDOWN_TEXT_HPP

// Texts that mean themselves in Markdown, also in the cell of a table, where a vertical bar ends the cell even within
// code (GitHub Flavored Markdown, 4.10 Tables).

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::tool::detail {

/// Without any markup of its own, in one line.
inline std::string markdown_plain(std::string_view text) {
    const auto is_word = [text](std::size_t at) {
        const char c = at < text.size() ? text[at] : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::string plain;
    for (std::size_t i = 0; i != text.size(); ++i) {
        const char c = text[i];
        const bool marks = c == '_' ? i == 0 || !is_word(i - 1) || !is_word(i + 1) // within a word it is a letter
                                    : std::string_view("\\`*[]<>|#&~").find(c) != std::string_view::npos;
        if (marks) plain += '\\';
        plain += c == '\n' || c == '\r' ? ' ' : c;
    }
    return plain;
}

/// A code span, in one line.
inline std::string markdown_code(std::string_view text) {
    std::size_t longest = 0, ticks = 0;
    std::string code;
    for (const char c : text) {
        ticks = c == '`' ? ticks + 1 : 0;
        if (ticks > longest) longest = ticks;
        if (c == '|') code += '\\';
        code += c == '\n' || c == '\r' ? ' ' : c;
    }
    const std::string fence(longest + 1, '`');
    const std::string_view space = longest == 0 ? "" : " "; // keeps ticks at the ends off the fence
    return (((fence + std::string(space)) += code) += space) += fence;
}

/// What the heading of that text is linked by: small letters, digits, hyphens and underscores; spaces become hyphens.
inline std::string markdown_anchor(std::string_view text) {
    std::string anchor;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            anchor += static_cast<char>(c - 'A' + 'a');
        else if (c == ' ')
            anchor += '-';
        else if (c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0)
            anchor += c;
    }
    return anchor;
}

} // namespace stoa::tool::detail

#endif

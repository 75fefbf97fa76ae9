// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_SQLITE_TOKENS_HPP
#define STOA_INSPECT_SQLITE_TOKENS_HPP

// The words of a statement as SQLite reads them (https://sqlite.org/lang_keywords.html, lang_expr.html), and text made
// of them again with one spacing whatever the original had. SQLite keeps definitions as they were typed.

#include "stoa/core/list_view.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stoa::inspection::sqlite {

enum class token_kind : std::uint8_t { word, quoted_name, text, number, symbol };

struct token {
    token_kind kind = token_kind::symbol;
    std::string_view source; ///< as it was written

    bool is(std::string_view symbol) const { return kind == token_kind::symbol && source == symbol; }

    /// Whether it is this word, given in capitals, however it was written.
    bool is_word(std::string_view keyword) const {
        return kind == token_kind::word && std::equal(source.begin(), source.end(), keyword.begin(), keyword.end(),
                                                      [](char a, char b) { return upper(a) == b; });
    }

    static constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
};

using tokens = list_view<const token>;

/// The name a token stands for, without quotes.
inline std::string name_of(const token& given) {
    const std::string_view source = given.source;
    if (given.kind != token_kind::quoted_name && given.kind != token_kind::text) return std::string(source);
    std::string name;
    for (std::size_t i = 1; i + 1 < source.size(); ++i) {
        name += source[i];
        if (source[i] == source.back() && source[0] != '[') ++i; // doubled
    }
    return name;
}

inline bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return token::upper(x) == token::upper(y); });
}

class tokenizer {
public:
    explicit tokenizer(std::string_view sql) : sql_(sql) {}

    std::vector<token> read() {
        std::vector<token> all;
        while (skip_space(), at_ < sql_.size()) {
            const std::size_t start = at_;
            const token_kind kind = skip_token();
            all.push_back({kind, sql_.substr(start, at_ - start)});
        }
        return all;
    }

private:
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_word(char c) {
        const char upper = token::upper(c);
        return (upper >= 'A' && upper <= 'Z') || is_digit(c) || c == '_' || c == '$' || static_cast<signed char>(c) < 0;
    }

    char peek(std::size_t ahead) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }
    void skip_to(std::size_t end) { at_ = std::min(end, sql_.size()); }

    void skip_space() {
        for (;;) {
            if (is_space(peek(0)))
                ++at_;
            else if (peek(0) == '-' && peek(1) == '-')
                skip_to(sql_.find('\n', at_));
            else if (peek(0) == '/' && peek(1) == '*') {
                const std::size_t end = sql_.find("*/", at_ + 2);
                skip_to(end == sql_.npos ? end : end + 2);
            } else
                return;
        }
    }

    token_kind skip_token() {
        switch (peek(0)) {
        case '"':
        case '`': skip_quoted(peek(0)); return token_kind::quoted_name;
        case '[': skip_quoted(']'); return token_kind::quoted_name;
        case '\'': skip_quoted('\''); return token_kind::text;
        case 'x':
        case 'X':
            if (peek(1) != '\'') break;
            ++at_;
            skip_quoted('\'');
            return token_kind::number; // a blob: one word, never a name
        default: break;
        }
        if (is_digit(peek(0)) || (peek(0) == '.' && is_digit(peek(1)))) return skip_number();
        if (!is_word(peek(0))) return skip_symbol();
        while (is_word(peek(0))) ++at_;
        return token_kind::word;
    }

    /// A quote inside is written twice, but not a bracket.
    void skip_quoted(char end) {
        for (++at_; at_ < sql_.size(); ++at_) {
            if (sql_[at_] != end) continue;
            ++at_;
            if (end == ']' || peek(0) != end) return;
        }
    }

    token_kind skip_number() {
        for (char before = '\0';
             is_word(peek(0)) || peek(0) == '.' || ((peek(0) == '+' || peek(0) == '-') && token::upper(before) == 'E');
             ++at_)
            before = peek(0);
        return token_kind::number;
    }

    token_kind skip_symbol() {
        constexpr std::array<std::string_view, 9> longer{"->>", "->", "||", "<=", ">=", "<>", "!=", "==", "<<"};
        for (const std::string_view symbol : longer)
            if (sql_.substr(at_).starts_with(symbol)) {
                at_ += symbol.size();
                return token_kind::symbol;
            }
        at_ += sql_.substr(at_).starts_with(">>") ? 2 : 1;
        return token_kind::symbol;
    }

    std::string_view sql_;
    std::size_t at_ = 0;
};

/// A keyword behind which an opening parenthesis belongs to what follows, as that of a function does not.
inline bool stands_apart(const token& word) {
    constexpr std::array<std::string_view, 19> words{"IN",   "AND",  "OR",      "NOT",   "BETWEEN", "LIKE", "GLOB",
                                                     "IS",   "FROM", "ESCAPE",  "CASE",  "WHEN",    "THEN", "ELSE",
                                                     "NULL", "AS",   "COLLATE", "WHERE", "SELECT"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return word.is_word(each); });
}

/// Whether the token at `at` is a sign and not an operator between two values.
inline bool is_sign(tokens all, std::size_t at) {
    if (!all[at].is("-") && !all[at].is("+") && !all[at].is("~")) return false;
    if (at == 0) return true;
    const token& before = all[at - 1];
    return (before.kind == token_kind::symbol && !before.is(")")) || stands_apart(before);
}

/// The tokens as text with one spacing.
inline std::string text_of(tokens all) {
    std::string text;
    for (std::size_t i = 0; i != all.size(); ++i) {
        const bool opens = all[i].is("(");
        const bool joined = i == 0 || all[i].is(")") || all[i].is(",") || all[i].is(".") || all[i - 1].is("(") ||
                            all[i - 1].is(".") || is_sign(all, i - 1) ||
                            (opens && all[i - 1].kind != token_kind::symbol && !stands_apart(all[i - 1]));
        if (!joined) text += ' ';
        text += all[i].source;
    }
    return text;
}

inline std::string one_spacing(std::string_view sql) {
    return text_of(tokenizer(sql).read());
}

} // namespace stoa::inspection::sqlite

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_RAW_TEXT_HPP
#define STOA_EXPRESSION_RAW_TEXT_HPP

// SQL that is written by hand, with places `{}` and `{name}` for values and expressions. It is read once while
// compiling, as far as is needed to tell what stands within quotes and comments from what does not.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::detail {

/// Why a text cannot be sent.
enum class raw_fault : std::uint8_t {
    none,
    empty,
    parameter,        ///< a parameter of the database's own
    dollar_quote,     ///< $$ … $$ where not every database has that
    second_statement, ///< a semicolon
    open_quote,
    open_comment,
    parenthesis,  ///< one without its partner
    brace,        ///< one that is no place, and not written twice
    quoted_place, ///< a place within quotes or a comment
    glued_place,  ///< a place that would become one word with what is beside it
    control_character,
};

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether the character can begin a word; those beyond ASCII can.
constexpr bool begins_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}

constexpr bool is_in_word(char c) {
    return begins_word(c) || is_digit(c) || c == '$';
}

/// The length of the place `{}` or `{name}` that begins `text`, 0 where there is none.
constexpr std::size_t place_length(std::string_view text) {
    if (text.empty() || text[0] != '{') return 0;
    std::size_t end = 1;
    while (end != text.size() && (begins_word(text[end]) || (end != 1 && is_digit(text[end])))) ++end;
    return end != text.size() && text[end] == '}' ? end + 1 : 0;
}

/// What not all databases have.
struct raw_syntax {
    bool dollar_quotes = false;
    bool question_operators = false; ///< a question mark is no parameter
};

/// Reads the text of a fragment or statement.
class raw_reader {
public:
    constexpr raw_reader(std::string_view text, raw_syntax syntax) : text_(text), syntax_(syntax) {}

    /// The first fault.
    constexpr raw_fault fault() {
        bool blank = true;
        for (; at_ != text_.size() && fault_ == raw_fault::none; ++at_) {
            blank = blank && is_blank(text_[at_]);
            read();
        }
        if (fault_ == raw_fault::none && blank) return raw_fault::empty;
        return fault_ == raw_fault::none && depth_ != 0 ? raw_fault::parenthesis : fault_;
    }

private:
    static constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

    constexpr char look(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    constexpr bool follows_word() const { return at_ != 0 && is_in_word(text_[at_ - 1]); }

    /// Reads what begins here, up to its last character.
    constexpr void read() {
        const char c = text_[at_];
        switch (c) {
        case '\'': quoted(c, is_escape_string()); return;
        case '"':
        case '`': quoted(c, false); return;
        case '-':
            if (look(1) == '-') line_comment();
            return;
        case '/':
            if (look(1) == '*') comment();
            return;
        case '(': ++depth_; return;
        case ')':
            if (depth_ == 0) fault_ = raw_fault::parenthesis;
            --depth_;
            return;
        case ';': fault_ = raw_fault::second_statement; return;
        case '?':
            if (!syntax_.question_operators) fault_ = raw_fault::parameter;
            return;
        case ':':
            if (look(1) == ':')
                ++at_;
            else if (is_in_word(look(1)))
                fault_ = raw_fault::parameter;
            return;
        case '@':
            if (is_in_word(look(1))) fault_ = raw_fault::parameter;
            return;
        case '$':
            if (!follows_word()) dollar();
            return;
        case '{':
        case '}': brace(); return;
        default:
            if ((static_cast<unsigned char>(c) < 0x20U && !is_blank(c)) || c == 0x7f)
                fault_ = raw_fault::control_character;
            return;
        }
    }

    /// E'…', in which a backslash takes the next character along.
    constexpr bool is_escape_string() const {
        return at_ != 0 && (text_[at_ - 1] == 'E' || text_[at_ - 1] == 'e') &&
               (at_ == 1 || !is_in_word(text_[at_ - 2]));
    }

    constexpr void quoted(char quote, bool backslashes) {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == quote) {
                if (look(1) != quote) return;
                ++at_;
            } else if (backslashes && text_[at_] == '\\') {
                ++at_;
            } else if (!within()) {
                return;
            }
        }
        close(raw_fault::open_quote);
    }

    constexpr void line_comment() {
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') return;
            if (!within()) return;
        }
        close(raw_fault::open_comment);
    }

    /// Databases differ in whether a comment can stand in another, so that none does.
    constexpr void comment() {
        for (at_ += 2; at_ < text_.size(); ++at_) {
            if (text_[at_] == '*' && look(1) == '/') {
                ++at_;
                return;
            }
            if (text_[at_] == '/' && look(1) == '*') break;
            if (!within()) return;
        }
        close(raw_fault::open_comment);
    }

    /// $1, $name, or a text between $$ and $$ or $tag$ and $tag$.
    constexpr void dollar() {
        std::size_t tag = 1;
        while (begins_word(look(tag)) || (tag != 1 && is_digit(look(tag)))) ++tag;
        if (look(tag) != '$') {
            if (is_in_word(look(1))) fault_ = raw_fault::parameter;
            return;
        }
        if (!syntax_.dollar_quotes) {
            fault_ = raw_fault::dollar_quote;
            return;
        }
        const std::string_view quote = text_.substr(at_, tag + 1);
        for (at_ += quote.size(); at_ < text_.size(); ++at_) {
            if (text_.substr(at_).starts_with(quote)) {
                at_ += quote.size() - 1;
                return;
            }
            if (!within()) return;
        }
        close(raw_fault::open_quote);
    }

    constexpr void brace() {
        if (look(1) == text_[at_]) {
            ++at_;
            return;
        }
        const std::size_t length = place_length(text_.substr(at_));
        const char before = at_ == 0 ? ' ' : text_[at_ - 1];
        const bool names = is_in_word(before) || before == '@' || before == '#' || before == '}' ||
                           (before == ':' && (at_ < 2 || text_[at_ - 2] != ':'));
        if (length == 0)
            fault_ = raw_fault::brace;
        else if (names || is_in_word(look(length)))
            fault_ = raw_fault::glued_place;
        else
            at_ += length - 1;
    }

    /// A character within quotes or a comment.
    constexpr bool within() {
        const char c = text_[at_];
        if (c == '\0') fault_ = raw_fault::control_character;
        if (c == '{' || c == '}') {
            if (look(1) == c)
                ++at_;
            else
                fault_ = place_length(text_.substr(at_)) != 0 ? raw_fault::quoted_place : raw_fault::brace;
        }
        return fault_ == raw_fault::none;
    }

    constexpr void close(raw_fault missing) {
        fault_ = missing;
        at_ = text_.size() - 1;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    raw_syntax syntax_;
    raw_fault fault_ = raw_fault::none;
};

/// Calls `write(part)` for what is sent as it is and `place(name)` for each place, in order; `{{` and `}}` are braces.
template <class Write, class Place>
constexpr void for_each_raw_part(std::string_view text, Write write, Place place) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}') continue;
        const bool doubled = at + 1 != text.size() && text[at + 1] == text[at];
        const std::size_t length = doubled ? 2 : place_length(text.substr(at));
        write(text.substr(begin, at + (doubled ? 1 : 0) - begin));
        if (!doubled && length != 0) place(text.substr(at + 1, length - 2));
        at += length == 0 ? 0 : length - 1;
        begin = at + 1;
    }
    write(text.substr(begin));
}

} // namespace stoa::detail

#endif

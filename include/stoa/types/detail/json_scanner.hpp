// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_SCANNER_HPP
#define STOA_TYPES_DETAIL_JSON_SCANNER_HPP

// Recognises text that is canonical JSON already, without building anything. Most documents that come out of a
// database are, because they went in that way; for the others json_reader.hpp does the work. The scanner may say no to
// canonical text with rare features (escapes, exponents, deep nesting), never yes to anything else.

#include "stoa/types/detail/json_plain.hpp"
#include "stoa/types/text_check.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

class json_scanner {
public:
    constexpr explicit json_scanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    constexpr bool is_canonical() { return value(0) && at_ == end_; }

private:
    static constexpr int most_depth = 32;

    constexpr char peek() const { return at_ == end_ ? '\0' : *at_; }

    constexpr bool skip(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }

    constexpr bool word(std::string_view expected) {
        if (static_cast<std::size_t>(end_ - at_) < expected.size()) return false;
        if (std::string_view(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }

    constexpr bool value(int depth) {
        switch (peek()) {
        case '{': return object(depth + 1);
        case '[': return array(depth + 1);
        case '"': {
            std::string_view text;
            return string(text);
        }
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    /// The text between the quotes, without any escape.
    constexpr bool string(std::string_view& text) {
        if (!skip('"')) return false;
        const char* const begin = at_;
        for (;;) {
            at_ = skip_plain_json(at_, end_);
            if (at_ == end_ || static_cast<unsigned char>(*at_) < 0x80U) break;
            const std::size_t length = utf8_length({at_, static_cast<std::size_t>(end_ - at_)}, 0);
            if (length == 0) return false;
            at_ += length;
        }
        text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
        return skip('"');
    }

    constexpr std::size_t digits() {
        const char* const begin = at_;
        while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
        return static_cast<std::size_t>(at_ - begin);
    }

    /// Up to 15 digits, without needless zeros, an exponent, or zeros right behind the point.
    constexpr bool number() {
        const bool negative = skip('-');
        const char first = peek();
        const std::size_t whole = digits();
        if (whole == 0 || whole > 15 || (first == '0' && whole != 1)) return false;
        if (skip('.')) {
            const char leading = peek();
            const std::size_t fraction = digits();
            if (fraction == 0 || whole + fraction > 15 || at_[-1] == '0' || (first == '0' && leading == '0'))
                return false;
        } else if (negative && first == '0') {
            return false;
        }
        return peek() != 'e' && peek() != 'E';
    }

    constexpr bool array(int depth) {
        if (depth > most_depth) return false;
        ++at_;
        if (skip(']')) return true;
        do {
            if (!value(depth)) return false;
        } while (skip(','));
        return skip(']');
    }

    /// Names must ascend strictly, which also makes them unique.
    constexpr bool object(int depth) {
        if (depth > most_depth) return false;
        ++at_;
        if (skip('}')) return true;
        std::string_view previous;
        bool is_first = true;
        do {
            std::string_view name;
            if (!string(name) || !skip(':')) return false;
            if (!is_first && name <= previous) return false;
            if (!value(depth)) return false;
            previous = name;
            is_first = false;
        } while (skip(','));
        return skip('}');
    }

    const char* at_;
    const char* end_;
};

} // namespace stoa::detail

#endif

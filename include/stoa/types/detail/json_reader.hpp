// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_READER_HPP
#define STOA_TYPES_DETAIL_JSON_READER_HPP

// Reads JSON text and writes its canonical form in the same pass; see json_text.hpp for what that form is.

#include "stoa/core/error.hpp"
#include "stoa/types/detail/json_number.hpp"
#include "stoa/types/detail/json_plain.hpp"
#include "stoa/types/detail/json_string.hpp"
#include "stoa/types/text_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa {

/// How deep the arrays and objects of a JSON document may nest.
inline constexpr std::size_t max_json_depth = 512;

} // namespace stoa

namespace stoa::detail {

/// Reads one document and writes its canonical form behind what it has written before. Recursion is bounded by
/// max_json_depth; an object is sorted in place when it ends, and only if its members came in another order.
class json_reader {
public:
    explicit json_reader(std::string_view text) : text_(text), out_(text.size(), '\0') {}

    std::string read() {
        if (text_.starts_with("\xEF\xBB\xBF")) fail("a byte order mark does not belong into a document");
        skip_space();
        value(0);
        skip_space();
        if (at_ != text_.size()) fail("there is text behind the document");
        out_.resize(written_);
        return std::move(out_);
    }

private:
    /// Where a member stands in `out_`: the whole of it, and up to where its canonical name with the quotes.
    struct member {
        std::size_t begin = 0;
        std::size_t name_end = 0;
        std::size_t end = 0;
    };

    /// What is written is never longer than what was read for it, but for numbers, which make room.
    void put(char c) { out_[written_++] = c; }
    void put(std::string_view piece) {
        piece.copy(out_.data() + written_, piece.size());
        written_ += piece.size();
    }
    void put_number(std::string_view digits) {
        const std::size_t needed = written_ + digits.size() + (text_.size() - at_);
        if (out_.size() < needed) out_.resize(needed + needed / 2);
        put(digits);
    }

    [[noreturn]] void fail(const char* reason, std::size_t at) const {
        raise(errc::invalid_value, "the text is not a storable JSON document: " + std::string(reason) + ", at byte " +
                                       std::to_string(at) + ". Write it as RFC 8259 says, in UTF-8.");
    }
    [[noreturn]] void fail(const char* reason) const { fail(reason, at_); }

    /// The character to read next; NUL, which belongs nowhere, at the end.
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool accept(char c) {
        if (peek() != c || c == '\0') return false;
        ++at_;
        return true;
    }
    void skip_space() {
        while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) <= ' ' && is_space(text_[at_])) ++at_;
    }
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    void value(std::size_t depth) {
        switch (peek()) {
        case '{': return object(depth + 1);
        case '[': return array(depth + 1);
        case '"': return string();
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    void word(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) fail("a value is expected");
        at_ += expected.size();
        put(expected);
    }

    void array(std::size_t depth) {
        if (depth > max_json_depth) fail("the nesting is deeper than 512");
        ++at_;
        put('[');
        skip_space();
        if (!accept(']')) {
            for (;;) {
                value(depth);
                skip_space();
                if (accept(']')) break;
                if (!accept(',')) fail("',' or ']' is expected");
                put(',');
                skip_space();
            }
        }
        put(']');
    }

    void object(std::size_t depth) {
        if (depth > max_json_depth) fail("the nesting is deeper than 512");
        ++at_;
        put('{');
        skip_space();
        if (!accept('}')) {
            const std::size_t first = members_.size();
            const std::size_t begin = written_;
            if (members_.capacity() == 0) members_.reserve(16);
            for (;;) {
                if (peek() != '"') fail("a name in quotes is expected");
                member next;
                next.begin = written_;
                string();
                next.name_end = written_;
                skip_space();
                if (!accept(':')) fail("':' is expected");
                put(':');
                skip_space();
                value(depth);
                next.end = written_;
                members_.push_back(next);
                skip_space();
                if (accept('}')) break;
                if (!accept(',')) fail("',' or '}' is expected");
                put(',');
                skip_space();
            }
            sort_members(first, begin);
            members_.resize(first);
        }
        put('}');
    }

    /// Without its quotes.
    std::string_view name_of(const member& m) const { return {out_.data() + m.begin + 1, m.name_end - m.begin - 2}; }

    void sort_members(std::size_t first, std::size_t begin) {
        const auto from = members_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto not_before = [this](const member& a, const member& b) { return name_of(a) >= name_of(b); };
        if (std::adjacent_find(from, members_.end(), not_before) == members_.end()) return;
        std::sort(from, members_.end(), [this](const member& a, const member& b) {
            const int order = name_of(a).compare(name_of(b));
            return order != 0 ? order < 0 : a.begin < b.begin; // equal names stay in order, the last one counts
        });
        sorted_.clear();
        sorted_.reserve(out_.size());
        for (auto i = from; i != members_.end(); ++i) {
            if (i + 1 != members_.end() && name_of(*i) == name_of(*(i + 1))) continue;
            if (!sorted_.empty()) sorted_ += ',';
            sorted_.append(out_, i->begin, i->end - i->begin);
        }
        sorted_.copy(out_.data() + begin, sorted_.size());
        written_ = begin + sorted_.size();
    }

    void string() {
        ++at_;
        put('"');
        for (;;) {
            const char* const begin = text_.data() + at_;
            const char* const end = skip_plain_json(begin, text_.data() + text_.size());
            const auto length = static_cast<std::size_t>(end - begin);
            put({begin, length});
            at_ += length;
            if (at_ == text_.size()) fail("the string does not end");
            const auto c = static_cast<unsigned char>(text_[at_]);
            if (c == '"') break;
            if (c == '\\') {
                escape();
            } else if (c < 0x20) {
                fail("a control character is not escaped");
            } else {
                const std::size_t bytes = utf8_length(text_, at_);
                if (bytes == 0) fail("the text is not UTF-8");
                put(text_.substr(at_, bytes));
                at_ += bytes;
            }
        }
        ++at_;
        put('"');
    }

    void escape() {
        const std::size_t begin = at_++;
        const char kind = peek();
        ++at_;
        switch (kind) {
        case '"':
        case '\\':
        case '/': return character(static_cast<unsigned char>(kind));
        case 'b': return character('\b');
        case 'f': return character('\f');
        case 'n': return character('\n');
        case 'r': return character('\r');
        case 't': return character('\t');
        case 'u': break;
        default: fail("the escape is unknown", begin);
        }
        std::uint32_t code = four_digits(begin);
        if (code == 0) fail("\\u0000 cannot be stored", begin);
        if (code >= 0xDC00 && code <= 0xDFFF) fail("the surrogate stands alone", begin);
        if (code >= 0xD800 && code <= 0xDBFF) {
            if (!accept('\\') || !accept('u')) fail("the surrogate stands alone", begin);
            const std::uint32_t low = four_digits(begin);
            if (low < 0xDC00 || low > 0xDFFF) fail("the surrogate stands alone", begin);
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        character(code);
    }

    void character(std::uint32_t code) {
        rare_.clear();
        append_utf8(rare_, code);
        put(rare_);
    }

    std::uint32_t four_digits(std::size_t begin) {
        std::uint32_t code = 0;
        for (int i = 0; i != 4; ++i) {
            const char c = peek();
            const bool digit = c >= '0' && c <= '9';
            const bool lower = c >= 'a' && c <= 'f';
            if (!digit && !lower && !(c >= 'A' && c <= 'F')) fail("\\u needs four hexadecimal digits", begin);
            code = code * 16 + static_cast<std::uint32_t>(digit ? c - '0' : c - (lower ? 'a' : 'A') + 10);
            ++at_;
        }
        return code;
    }

    std::string_view digits() {
        const char* const begin = text_.data() + at_;
        const char* const end = text_.data() + text_.size();
        const char* last = begin;
        while (last != end && *last >= '0' && *last <= '9') ++last;
        const auto length = static_cast<std::size_t>(last - begin);
        at_ += length;
        return {begin, length};
    }

    void number() {
        const std::size_t begin = at_;
        json_number parts;
        parts.negative = accept('-');
        parts.whole = digits();
        if (parts.whole.empty()) fail("a value is expected", begin);
        if (parts.whole.size() > 1 && parts.whole[0] == '0') fail("a number starts with 0", begin);
        if (peek() != '.' && peek() != 'e' && peek() != 'E' && parts.whole.size() < 19 && parts.whole[0] != '0') {
            put(text_.substr(begin, at_ - begin)); // most numbers are canonical already
            return;
        }
        if (accept('.')) {
            parts.fraction = digits();
            if (parts.fraction.empty()) fail("a digit is expected behind the point");
        }
        if (accept('e') || accept('E')) {
            const bool negative = accept('-');
            if (!negative) accept('+');
            const std::string_view exponent = digits();
            if (exponent.empty()) fail("a digit is expected in the exponent");
            for (const char c : exponent)
                if (parts.exponent < 100'000'000'000'000) parts.exponent = parts.exponent * 10 + (c - '0');
            if (negative) parts.exponent = -parts.exponent;
        }
        rare_.clear();
        if (!append_json_number(rare_, parts)) fail("the number has too many digits to be stored", begin);
        put_number(rare_);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_; ///< of which so many bytes are written
    std::size_t written_ = 0;
    std::string rare_; ///< what is made before it is put
    std::string sorted_;
    std::vector<member> members_;
};

} // namespace stoa::detail

#endif

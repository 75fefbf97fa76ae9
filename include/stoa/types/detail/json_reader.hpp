// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_READER_HPP
#define STOA_TYPES_DETAIL_JSON_READER_HPP

// Reads JSON text and writes its canonical form in the same pass; see json_text.hpp for what that form is.

#include "stoa/core/error.hpp"
#include "stoa/types/detail/json_number.hpp"
#include "stoa/types/detail/json_plain.hpp"
#include "stoa/types/detail/json_string.hpp"
#include "stoa/types/detail/stack_buffer.hpp"
#include "stoa/types/text_check.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace stoa {

/// How deep the arrays and objects of a JSON document may nest.
inline constexpr std::size_t max_json_depth = 512;

} // namespace stoa

namespace stoa::detail {

/// Reads one document. An object is sorted where it was written when it ends, and only if its members came in another
/// order. Reading and writing go on at a `cursor`, which functions take and give back, so that it stays in registers;
/// nothing asks whether the text is at its end, because a word of zeros lies behind it.
class json_reader {
public:
    explicit json_reader(std::string_view text) {
        text_.grow(0, text.size() + word_size);
        begin_ = text_.data();
        end_ = begin_ + text.copy(text_.data(), text.size());
        std::memset(text_.data() + text.size(), 0, word_size);
        out_.grow(0, text.size() + word_size);
    }

    /// The canonical form, as long as the reader lives.
    std::string_view read() {
        if (std::memcmp(begin_, "\xEF\xBB\xBF", 3) == 0)
            fail("a byte order mark does not belong into a document", begin_);
        cursor c = document({skip_space(begin_), out_.data()});
        c.at = skip_space(c.at);
        if (c.at != end_) fail("there is text behind the document", c.at);
        return {out_.data(), written(c)};
    }

private:
    static constexpr std::size_t word_size = sizeof(std::uint64_t);

    /// What is read next, and where what comes of it is written. Behind `to` is room for all that is left to read, and
    /// a word: what is written is never longer than what was read for it, but for numbers, which make room.
    struct cursor {
        const char* at;
        char* to;
    };

    /// An array or object that has not ended, and how many members there are of what it is in.
    struct level {
        std::size_t members;
        bool is_object;
        bool is_sorted;
    };

    /// Where a member stands in `out_`: from the quote in front of its name to behind the one that ends it, and to the
    /// end, which is known when another one follows or the object ends. `key` is how the canonical name begins, as a
    /// number: of two names the one with the lower number comes first.
    struct member {
        std::uint64_t key;
        std::size_t begin;
        std::size_t name_end;
        std::size_t end;
    };

    static std::size_t size(const char* begin, const char* end) noexcept {
        return static_cast<std::size_t>(end - begin);
    }
    std::size_t written(const cursor& c) noexcept { return size(out_.data(), c.to); }

    [[noreturn]] void fail(const char* reason, const char* at) const {
        raise(errc::invalid_value, "the text is not a storable JSON document: " + std::string(reason) + ", at byte " +
                                       std::to_string(at - begin_) + ". Write it as RFC 8259 says, in UTF-8.");
    }

    static const char* skip_space(const char* at) noexcept {
        while (static_cast<unsigned char>(*at) <= ' ' && is_space(*at)) ++at;
        return at;
    }
    static bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    /// A bracket, comma or colon, and white space. PostgreSQL puts one space behind commas and colons.
    static cursor separator(cursor c) noexcept {
        *c.to++ = *c.at++;
        if (*c.at == ' ') ++c.at;
        return {skip_space(c.at), c.to};
    }

    cursor document(cursor c) {
        std::size_t depth = 0;
        level inner{}; // of the innermost array or object; `levels_` has what it is in
        bool is_name = false;
        for (;;) { // a name or a value begins
            if (is_name && *c.at != '"') fail("a name in quotes is expected", c.at);
            switch (*c.at) {
            case '{':
            case '[':
                if (depth == max_json_depth) fail("the nesting is deeper than 512", c.at);
                levels_[depth++] = inner;
                inner = {members_in_use_, *c.at == '{', true};
                c = separator(c);
                is_name = inner.is_object;
                if (*c.at == (is_name ? '}' : ']')) break;
                continue;
            case '"': {
                char* const begin = c.to;
                c = string(c);
                if (!is_name) break;
                add_member(begin, c, inner);
                c.at = skip_space(c.at);
                if (*c.at != ':') fail("':' is expected", c.at);
                c = separator(c);
                is_name = false;
                continue;
            }
            case 't': c = word(c, "true"); break;
            case 'f': c = word(c, "false"); break;
            case 'n': c = word(c, "null"); break;
            default: c = number(c); break;
            }
            if (depth == 0) return c;
            for (c.at = skip_space(c.at); *c.at != ','; c.at = skip_space(c.at)) { // what the value is in has ended
                if (*c.at != (inner.is_object ? '}' : ']'))
                    fail(inner.is_object ? "',' or '}' is expected" : "',' or ']' is expected", c.at);
                if (!inner.is_sorted) c = sort_members(c, inner);
                members_in_use_ = inner.members;
                *c.to++ = *c.at++;
                inner = levels_[--depth];
                if (depth == 0) return c;
            }
            c = separator(c);
            is_name = inner.is_object;
        }
    }

    /// Keeps the member of `object` whose name was written from `begin` to `c`.
    void add_member(const char* begin, const cursor& c, level& object) {
        const std::size_t n = members_in_use_++;
        members_.grow(n, n + 1);
        member* const next = members_.data() + n;
        *next = {key_of(begin + 1, size(begin, c.to) - 2), size(out_.data(), begin), written(c), 0};
        if (n == object.members) return;
        next[-1].end = next->begin - 1;
        if (!is_before(next[-1], *next)) object.is_sorted = false;
    }

    /// Behind the name is room for a word.
    static std::uint64_t key_of(const char* name, std::size_t size) noexcept {
        std::uint64_t key = 0;
        std::memcpy(&key, name, word_size);
        if constexpr (std::endian::native == std::endian::little) {
            key = (key & 0x00FF00FF00FF00FFU) << 8 | (key >> 8 & 0x00FF00FF00FF00FFU);
            key = (key & 0x0000FFFF0000FFFFU) << 16 | (key >> 16 & 0x0000FFFF0000FFFFU);
            key = key << 32 | key >> 32;
        }
        return size >= word_size ? key : key & ~(~std::uint64_t{0} >> (8 * size));
    }

    /// Whether the name of `a` comes before that of `b`.
    bool is_before(const member& a, const member& b) noexcept {
        if (a.key != b.key) [[likely]]
            return a.key < b.key;
        return name_of(a) < name_of(b);
    }
    std::string_view name_of(const member& m) noexcept { return {out_.data() + m.begin + 1, m.name_end - m.begin - 2}; }

    cursor sort_members(cursor c, const level& object) {
        member* const first = members_.data() + object.members;
        member* const last = members_.data() + members_in_use_;
        last[-1].end = written(c);
        const std::size_t begin_of_all = first->begin;
        std::sort(first, last, [this](const member& a, const member& b) {
            if (a.key != b.key) [[likely]]
                return a.key < b.key;
            const int order = name_of(a).compare(name_of(b));
            return order != 0 ? order < 0 : a.begin < b.begin; // equal names stay in order, the last one counts
        });
        // They are copied behind the object, each with a comma, and then to where it begins.
        c = make_room(c, written(c) - begin_of_all + 1);
        char* to = c.to;
        for (const member* each = first; each != last; ++each) {
            if (each + 1 != last && !is_before(*each, each[1])) continue;
            *to++ = ',';
            const std::size_t length = each->end - each->begin;
            std::memcpy(to, out_.data() + each->begin, length);
            to += length;
        }
        const std::size_t length = size(c.to, to) - 1;
        char* const begin = out_.data() + begin_of_all;
        std::memmove(begin, c.to + 1, length);
        return {c.at, begin + length};
    }

    /// Makes room for what is left to read and `more`.
    cursor make_room(cursor c, std::size_t more) {
        const std::size_t used = written(c);
        out_.grow(used, used + more + size(c.at, end_) + word_size);
        return {c.at, out_.data() + used};
    }

    cursor word(cursor c, std::string_view expected) {
        if (std::memcmp(c.at, expected.data(), expected.size()) != 0) fail("a value is expected", c.at);
        return copy(c, expected.size());
    }

    static cursor copy(cursor c, std::size_t length) noexcept {
        std::memcpy(c.to, c.at, length);
        return {c.at + length, c.to + length};
    }

    cursor string(cursor c) {
        *c.to++ = *c.at++;
        for (;;) {
            c = plain(c);
            if (*c.at == '"') break;
            [[unlikely]] c = not_plain(c);
        }
        *c.to = '"';
        return {c.at + 1, c.to + 1};
    }

    /// Characters that stand for themselves, as skip_plain_json finds them.
    static cursor plain(cursor c) noexcept {
        if constexpr (std::endian::native == std::endian::little) {
            for (;;) {
                std::uint64_t word = 0;
                std::memcpy(&word, c.at, sizeof word);
                std::memcpy(c.to, &word, sizeof word); // what is too much is written over
                if (const std::uint64_t found = not_plain_json(word); found != 0) {
                    const int length = std::countr_zero(found) / 8;
                    return {c.at + length, c.to + length};
                }
                c = {c.at + sizeof word, c.to + sizeof word};
            }
        }
        while (is_plain_json(*c.at)) *c.to++ = *c.at++;
        return c;
    }

    /// One character that has to be written otherwise, or is not ASCII.
    cursor not_plain(cursor c) {
        const auto code = static_cast<unsigned char>(*c.at);
        if (code == '\\') return escape(c);
        if (c.at == end_) fail("the string does not end", c.at);
        if (code < 0x20) fail("a control character is not escaped", c.at);
        const std::size_t length = utf8_length({c.at, size(c.at, end_)}, 0);
        if (length == 0) fail("the text is not UTF-8", c.at);
        return copy(c, length);
    }

    cursor escape(cursor c) {
        const char* const begin = c.at++;
        const char kind = *c.at;
        if (kind != '\0') ++c.at;
        switch (kind) {
        case '"':
        case '\\':
        case '/': return character(c, static_cast<unsigned char>(kind));
        case 'b': return character(c, '\b');
        case 'f': return character(c, '\f');
        case 'n': return character(c, '\n');
        case 'r': return character(c, '\r');
        case 't': return character(c, '\t');
        case 'u': break;
        default: fail("the escape is unknown", begin);
        }
        std::uint32_t code = four_digits(c, begin);
        if (code == 0) fail("\\u0000 cannot be stored", begin);
        if (code >= 0xDC00 && code <= 0xDFFF) fail("the surrogate stands alone", begin);
        if (code >= 0xD800 && code <= 0xDBFF) {
            if (c.at[0] != '\\' || c.at[1] != 'u') fail("the surrogate stands alone", begin);
            c.at += 2;
            const std::uint32_t low = four_digits(c, begin);
            if (low < 0xDC00 || low > 0xDFFF) fail("the surrogate stands alone", begin);
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        return character(c, code);
    }

    static cursor character(cursor c, std::uint32_t code) {
        std::string made;
        append_utf8(made, code);
        return {c.at, c.to + made.copy(c.to, made.size())};
    }

    std::uint32_t four_digits(cursor& c, const char* begin) const {
        std::uint32_t code = 0;
        for (int i = 0; i != 4; ++i) {
            const char next = *c.at++;
            const bool lower = next >= 'a' && next <= 'f';
            if (!is_digit(next) && !lower && !(next >= 'A' && next <= 'F'))
                fail("\\u needs four hexadecimal digits", begin);
            code =
                code * 16 + static_cast<std::uint32_t>(is_digit(next) ? next - '0' : next - (lower ? 'a' : 'A') + 10);
        }
        return code;
    }

    static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

    /// Most numbers are canonical already, and are copied while they are looked at.
    cursor number(cursor c) {
        const cursor begin = c;
        if (*c.at == '-') *c.to++ = *c.at++;
        const char* const whole = c.at;
        if (!is_digit(*whole)) return any_number(begin);
        do *c.to++ = *c.at++;
        while (is_digit(*c.at));
        bool canonical = *whole != '0' || c.at - begin.at == 1;
        if (*c.at == '.') {
            const char* const point = c.at;
            do *c.to++ = *c.at++;
            while (is_digit(*c.at));
            canonical =
                c.at[-1] != '0' && c.at - point > 1 && (*whole != '0' || (point - whole == 1 && point[1] != '0'));
        }
        return canonical && *c.at != 'e' && *c.at != 'E' && c.at - whole < 19 ? c : any_number(begin);
    }

    cursor any_number(cursor c) {
        const char* const begin = c.at;
        json_number parts;
        parts.negative = accept(c, '-');
        parts.whole = digits(c);
        if (parts.whole.empty()) fail("a value is expected", begin);
        if (parts.whole[0] == '0' && parts.whole.size() > 1) fail("a number starts with 0", begin);
        if (accept(c, '.')) {
            parts.fraction = digits(c);
            if (parts.fraction.empty()) fail("a digit is expected behind the point", c.at);
        }
        if (accept(c, 'e') || accept(c, 'E')) {
            const bool negative = accept(c, '-');
            if (!negative) accept(c, '+');
            const std::string_view exponent = digits(c);
            if (exponent.empty()) fail("a digit is expected in the exponent", c.at);
            for (const char digit : exponent)
                if (parts.exponent < 100'000'000'000'000) parts.exponent = parts.exponent * 10 + (digit - '0');
            if (negative) parts.exponent = -parts.exponent;
        }
        std::string made;
        if (!append_json_number(made, parts)) fail("the number has too many digits to be stored", begin);
        c = make_room(c, made.size());
        return {c.at, c.to + made.copy(c.to, made.size())};
    }

    static bool accept(cursor& c, char wanted) noexcept {
        if (*c.at != wanted) return false;
        ++c.at;
        return true;
    }

    static std::string_view digits(cursor& c) noexcept {
        const char* const begin = c.at;
        while (is_digit(*c.at)) ++c.at;
        return {begin, size(begin, c.at)};
    }

    stack_buffer<char, 1024> text_; ///< a copy with a word of zeros behind it: NUL, which belongs nowhere, ends all
    const char* begin_ = nullptr;   ///< of the text
    const char* end_ = nullptr;
    stack_buffer<char, 1024> out_;
    level levels_[max_json_depth];
    stack_buffer<member, 32> members_;
    std::size_t members_in_use_ = 0;
};

} // namespace stoa::detail

#endif

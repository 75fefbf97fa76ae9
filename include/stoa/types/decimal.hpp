// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DECIMAL_HPP
#define STOA_TYPES_DECIMAL_HPP

// Exact decimal numbers of a fixed number of digits, for money and the like: a 64-bit integer that counts the smallest
// unit. Nothing is rounded unless a function called `rounded` is asked to, and no result leaves the type's range.

#include "stoa/core/error.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/types/number_text.hpp"

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stoa {

namespace detail {

inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i != powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

constexpr std::int64_t power_of_ten(int exponent) {
    return powers_of_ten[static_cast<std::size_t>(exponent)];
}

enum class digits_beyond { refused, rounded };
enum class decimal_outcome { good, not_a_number, too_many_digits, digits_lost };

constexpr decimal_outcome read_decimal(std::string_view text, int precision, int scale, digits_beyond beyond,
                                       std::int64_t& unscaled) noexcept;

/// The sign of a / 10^`a_scale` - b / 10^`b_scale`.
constexpr std::strong_ordering compare_decimals(std::int64_t a, int a_scale, std::int64_t b, int b_scale) noexcept;

} // namespace detail

/// Writes `unscaled` / 10^`scale` with exactly `scale` digits behind the point: "-0.05".
constexpr text_sink& write_decimal(text_sink& sink, std::int64_t unscaled, int scale) {
    if (scale == 0) return sink.number(unscaled);
    const std::int64_t unit = detail::power_of_ten(scale);
    if (unscaled < 0) sink << '-';
    const std::int64_t whole = unscaled / unit;
    std::int64_t rest = unscaled % unit;
    sink.number(whole < 0 ? -whole : whole) << '.';
    if (rest < 0) rest = -rest;
    for (std::int64_t digit = unit / 10; digit > 1 && rest < digit; digit /= 10) sink << '0';
    return sink.number(rest);
}

/// An exact number of `P` digits, `S` of them behind the point: decimal<10, 2> is -99999999.99 to 99999999.99.
/// SQL: numeric(P, S) on PostgreSQL; INTEGER holding the number times 10^S on SQLite.
/// Throws: mapping_error, out_of_range for a value or result of more digits, invalid_value for text that is no number
/// or has digits that would be lost. In a constant expression these do not compile.
/// Example: `constexpr auto price = stoa::decimal<10, 2>("12.34");`
template <int P, int S>
class decimal {
    static_assert(P >= 1 && P <= 18,
                  "stoa[E105]: a decimal has 1 to 18 digits, because it is stored and computed as a 64-bit integer. "
                  "Use fewer digits, or keep longer numbers in a column of text.");
    static_assert(S >= 0 && S <= P, "stoa[E105]: a decimal<P, S> has 0 to P of its P digits behind the point. "
                                    "Write the number of all digits first.");

public:
    static constexpr int precision = P;
    static constexpr int scale = S;

    constexpr decimal() = default;

    // NOLINTNEXTLINE(google-explicit-constructor): an integer is exactly the same number
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool> && !std::same_as<Integer, char>)
    constexpr decimal(Integer value) {
        constexpr std::int64_t most = max_unscaled / unit;
        if (value > 0 && static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(most)) raise_too_many_digits();
        if (value < 0 && static_cast<std::int64_t>(value) < -most) raise_too_many_digits();
        unscaled_ = static_cast<std::int64_t>(value) * unit;
    }

    /// A double is rarely the decimal it was written as: use `rounded`, or text.
    template <std::floating_point Float>
    decimal(Float) = delete;

    /// Reads [+-]digits[.digits]; further digits behind the point must be zero.
    constexpr explicit decimal(std::string_view text) {
        check(detail::read_decimal(text, P, S, detail::digits_beyond::refused, unscaled_));
    }
    constexpr explicit decimal(const char* text) : decimal(std::string_view(text)) {}

    /// `unscaled` / 10^S.
    static constexpr decimal from_unscaled(std::int64_t unscaled) {
        if (unscaled > max_unscaled || unscaled < -max_unscaled) raise_too_many_digits();
        decimal value;
        value.unscaled_ = unscaled;
        return value;
    }

    /// What the constructor reads; empty for text it refuses.
    static constexpr std::optional<decimal> parse(std::string_view text) noexcept {
        decimal value;
        if (detail::read_decimal(text, P, S, detail::digits_beyond::refused, value.unscaled_) !=
            detail::decimal_outcome::good)
            return std::nullopt;
        return value;
    }

    /// Rounds to S digits behind the point, halves away from zero: "1.005" becomes 1.01 and "-1.005" -1.01.
    static constexpr decimal rounded(std::string_view text) {
        decimal value;
        check(detail::read_decimal(text, P, S, detail::digits_beyond::rounded, value.unscaled_));
        return value;
    }

    /// Rounds the shortest decimal text of `value`, so that 1.005 becomes 1.01 although the double is a little less.
    /// Throws: also mapping_error (invalid_value) for NaN and infinities.
    static constexpr decimal rounded(double value) {
        const detail::decimal_digits number = detail::shortest_digits(value);
        // Beyond these the number is too long for every decimal, or nothing of it is left.
        if (number.point > 19) raise_too_many_digits();
        if (number.point < -19) return decimal();
        char text[64]{};
        text_sink sink(text, sizeof(text));
        if (number.negative) sink << '-';
        sink << '0';
        for (int i = 0; i < number.point; ++i)
            sink << (i < static_cast<int>(number.size) ? number.digits[static_cast<std::size_t>(i)] : '0');
        sink << '.';
        for (int i = number.point; i < 0; ++i) sink << '0';
        if (number.point < static_cast<int>(number.size))
            sink << number.view().substr(number.point > 0 ? static_cast<std::size_t>(number.point) : 0);
        else
            sink << '0';
        return rounded(std::string_view(text, sink.size()));
    }

    constexpr std::int64_t unscaled() const noexcept { return unscaled_; }

    /// The nearest double while the digits fit 53 bits; at most one unit in the last place off beyond that.
    constexpr explicit operator double() const noexcept {
        return static_cast<double>(unscaled_) / static_cast<double>(unit);
    }

    constexpr decimal operator-() const noexcept { return unchecked(-unscaled_); }
    constexpr decimal& operator+=(decimal other) { return *this = *this + other; }
    constexpr decimal& operator-=(decimal other) { return *this = *this - other; }

    // Eighteen digits twice are still less than a 64-bit integer holds.
    friend constexpr decimal operator+(decimal a, decimal b) { return from_unscaled(a.unscaled_ + b.unscaled_); }
    friend constexpr decimal operator-(decimal a, decimal b) { return from_unscaled(a.unscaled_ - b.unscaled_); }

    template <std::integral Integer>
    friend constexpr decimal operator*(decimal value, Integer count) {
        const bool negative = (value.unscaled_ < 0) != (count < 0);
        const std::uint64_t a = magnitude(value.unscaled_);
        const std::uint64_t b = magnitude(count);
        if (b != 0 && a > static_cast<std::uint64_t>(max_unscaled) / b) raise_too_many_digits();
        const std::int64_t product = static_cast<std::int64_t>(a * b);
        return unchecked(negative ? -product : product);
    }
    template <std::integral Integer>
    friend constexpr decimal operator*(Integer count, decimal value) {
        return value * count;
    }

    friend constexpr bool operator==(decimal, decimal) = default;
    friend constexpr std::strong_ordering operator<=>(decimal, decimal) = default;

private:
    static constexpr std::int64_t unit = detail::power_of_ten(S);
    static constexpr std::int64_t max_unscaled = detail::power_of_ten(P) - 1;

    static constexpr decimal unchecked(std::int64_t unscaled) noexcept {
        decimal value;
        value.unscaled_ = unscaled;
        return value;
    }

    template <std::integral Integer>
    static constexpr std::uint64_t magnitude(Integer value) noexcept {
        return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    }

    [[noreturn]] static void raise_too_many_digits() {
        raise(errc::out_of_range, "the number does not fit decimal<" + std::to_string(P) + ", " + std::to_string(S) +
                                      ">. Give the field's type more digits in front of the point.");
    }

    static constexpr void check(detail::decimal_outcome outcome) {
        switch (outcome) {
        case detail::decimal_outcome::good: return;
        case detail::decimal_outcome::too_many_digits: raise_too_many_digits();
        case detail::decimal_outcome::digits_lost:
            raise(errc::invalid_value, "the text has more than " + std::to_string(S) +
                                           " digits behind the point. Use decimal::rounded to round it.");
        case detail::decimal_outcome::not_a_number:
            raise(errc::invalid_value, "the text is not a decimal number. Write digits with a point, like -12.34, "
                                       "without spaces and without an exponent.");
        }
    }

    std::int64_t unscaled_ = 0;
};

/// Decimals of other sizes compare by value: decimal<4, 1>("1.5") == decimal<4, 2>("1.50").
template <int P1, int S1, int P2, int S2>
constexpr bool operator==(decimal<P1, S1> a, decimal<P2, S2> b) noexcept {
    return detail::compare_decimals(a.unscaled(), S1, b.unscaled(), S2) == 0;
}

template <int P1, int S1, int P2, int S2>
constexpr std::strong_ordering operator<=>(decimal<P1, S1> a, decimal<P2, S2> b) noexcept {
    return detail::compare_decimals(a.unscaled(), S1, b.unscaled(), S2);
}

/// All S digits behind the point are written: "12.50".
template <int P, int S>
std::string to_string(decimal<P, S> value) {
    return write_text([value](text_sink& sink) { write_decimal(sink, value.unscaled(), S); });
}

namespace detail {

constexpr decimal_outcome read_decimal(std::string_view text, int precision, int scale, digits_beyond beyond,
                                       std::int64_t& unscaled) noexcept {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const std::int64_t most = power_of_ten(precision) - 1;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };

    std::int64_t value = 0;
    bool too_many = false, lost = false, round_up = false;
    int behind = -1; // digits read behind the point; -1 in front of it
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] == '.' && behind < 0 && i != 0) {
            behind = 0;
            continue;
        }
        if (!is_digit(text[i])) return decimal_outcome::not_a_number;
        const int digit = text[i] - '0';
        if (behind >= 0 && ++behind > scale) {
            lost = lost || digit != 0;
            if (behind == scale + 1) round_up = digit >= 5;
        } else if (value > most / 10) {
            too_many = true;
        } else {
            value = value * 10 + digit;
        }
    }
    if (text.empty() || behind == 0) return decimal_outcome::not_a_number;
    for (int i = behind < 0 ? 0 : behind; i < scale; ++i) {
        if (value > most / 10)
            too_many = true;
        else
            value *= 10;
    }
    if (beyond == digits_beyond::rounded && round_up) ++value;
    if (too_many || value > most) return decimal_outcome::too_many_digits;
    if (beyond == digits_beyond::refused && lost) return decimal_outcome::digits_lost;
    unscaled = negative ? -value : value;
    return decimal_outcome::good;
}

constexpr std::strong_ordering compare_decimals(std::int64_t a, int a_scale, std::int64_t b, int b_scale) noexcept {
    if (a_scale > b_scale) return 0 <=> compare_decimals(b, b_scale, a, a_scale);
    // Dividing the finer number cannot overflow; its remainder decides between equal quotients.
    const std::int64_t unit = power_of_ten(b_scale - a_scale);
    const std::strong_ordering whole = a <=> b / unit;
    return whole != 0 ? whole : 0 <=> b % unit;
}

} // namespace detail

} // namespace stoa

template <int P, int S>
struct std::hash<stoa::decimal<P, S>> {
    std::size_t operator()(stoa::decimal<P, S> value) const noexcept {
        return std::hash<std::int64_t>()(value.unscaled());
    }
};

#endif

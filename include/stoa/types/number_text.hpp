// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_NUMBER_TEXT_HPP
#define STOA_TYPES_NUMBER_TEXT_HPP

// The decimal text of a binary floating-point number, also while compiling, where std::to_chars cannot go: for
// literals in DDL, and for turning doubles into decimals. Digits are generated exactly, by division of large
// integers, until they tell the number apart from its neighbours (Steele and White 1990; Burger and Dybvig 1996).

#include "stoa/core/error.hpp"
#include "stoa/core/text_sink.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

namespace detail {

/// The shortest decimal digits that read back as the same number, nearest to it: 0.d1d2d3… times 10^`point`.
struct decimal_digits {
    std::array<char, 17> digits{};
    std::size_t size = 0;
    int point = 0;
    bool negative = false;

    constexpr std::string_view view() const noexcept { return {digits.data(), size}; }
};

/// Throws: mapping_error (invalid_value) for NaN and infinities.
constexpr decimal_digits shortest_digits(double value);
constexpr decimal_digits shortest_digits(float value);

} // namespace detail

/// At most 31 characters, by value.
struct short_text {
    char data[31]{};
    std::uint8_t size = 0;

    constexpr std::string_view view() const noexcept { return {data, size}; }
};

/// The shortest text that reads back as `value`, with a point or an exponent, so that no reader takes it for an
/// integer: "0.1", "2.0", "1e+300". Plain notation from 1e-5 up to 1e16. Takes 10 000 to 20 000 steps of a constant
/// evaluation between 1e-20 and 1e20. Throws: mapping_error (invalid_value) for NaN and infinities.
template <class Float>
    requires(std::same_as<Float, double> || std::same_as<Float, float>)
constexpr short_text number_text(Float value) {
    const detail::decimal_digits number = detail::shortest_digits(value);
    short_text text;
    text_sink sink(text.data, sizeof(text.data));
    if (number.negative) sink << '-';
    const int point = number.point;
    const int size = static_cast<int>(number.size);
    if (point > -5 && point <= 0) {
        sink << "0.";
        for (int i = point; i != 0; ++i) sink << '0';
        sink << number.view();
    } else if (point > 0 && point <= 16) {
        for (int i = 0; i < size || i < point; ++i) {
            if (i == point) sink << '.';
            sink << (i < size ? number.digits[static_cast<std::size_t>(i)] : '0');
        }
        if (size <= point) sink << ".0";
    } else {
        sink << number.digits[0];
        if (size > 1) sink << '.' << number.view().substr(1);
        sink << 'e' << (point > 0 ? "+" : "");
        sink.number(point - 1);
    }
    text.size = static_cast<std::uint8_t>(sink.size());
    return text;
}

namespace detail {

/// A natural number of up to 36 * 32 bits: enough for the largest double, and for the divisor of the smallest.
class natural {
public:
    constexpr explicit natural(std::uint64_t value) {
        while (value != 0) {
            limbs_[size_++] = static_cast<std::uint32_t>(value);
            value >>= 32;
        }
    }

    constexpr void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i != size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
    }

    constexpr void multiply_by_power_of_ten(int exponent) {
        for (; exponent >= 9; exponent -= 9) multiply(1'000'000'000);
        for (; exponent > 0; --exponent) multiply(10);
    }

    constexpr void shift_left(int bits) {
        const std::size_t limbs = static_cast<std::size_t>(bits / 32);
        if (size_ != 0 && limbs != 0) {
            for (std::size_t i = size_; i != 0; --i) limbs_[i - 1 + limbs] = limbs_[i - 1];
            for (std::size_t i = 0; i != limbs; ++i) limbs_[i] = 0;
            size_ += limbs;
        }
        multiply(std::uint32_t{1} << (bits % 32));
    }

    /// `*this` -= `other`, which must not be greater.
    constexpr void subtract(const natural& other) {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i != size_; ++i) {
            const std::uint64_t taken = borrow + (i < other.size_ ? other.limbs_[i] : 0);
            borrow = limbs_[i] < taken ? 1 : 0;
            limbs_[i] = static_cast<std::uint32_t>(limbs_[i] - taken);
        }
        while (size_ != 0 && limbs_[size_ - 1] == 0) --size_;
    }

    /// Negative, zero or positive as `a` + `b` is less than, equal to or greater than `c`.
    static constexpr int compare_sum(const natural& a, const natural& b, const natural& c) {
        const std::size_t size = a.size_ > b.size_ ? a.size_ : b.size_;
        if (size > c.size_) return 1;
        if (size + 1 < c.size_) return -1;
        // From the top: how far `c` is ahead, which decides as soon as the limbs below cannot make up for it.
        std::uint64_t ahead = 0;
        for (std::size_t i = c.size_; i != 0; --i) {
            const std::uint64_t sum = std::uint64_t{a.limb(i - 1)} + b.limb(i - 1);
            const std::uint64_t left = (ahead << 32) + c.limb(i - 1);
            if (sum > left) return 1;
            ahead = left - sum;
            if (ahead > 1) return -1;
        }
        return ahead == 0 ? 0 : -1;
    }

private:
    constexpr std::uint32_t limb(std::size_t i) const { return i < size_ ? limbs_[i] : 0; }

    std::array<std::uint32_t, 38> limbs_{};
    std::size_t size_ = 0;
};

/// `significand` * 2^`exponent`, whose upper neighbour is 2^`exponent` away and whose lower one half of that if
/// `narrow_below`. The number is kept as the fraction rest / unit, half the distances as above / unit and below / unit.
constexpr void generate_digits(std::uint64_t significand, int exponent, bool narrow_below, decimal_digits& result) {
    const int doubling = narrow_below ? 2 : 1;
    natural rest(significand), unit(1), above(1), below(1);
    rest.shift_left((exponent > 0 ? exponent : 0) + doubling);
    unit.shift_left((exponent < 0 ? -exponent : 0) + doubling);
    above.shift_left((exponent > 0 ? exponent : 0) + doubling - 1);
    below.shift_left(exponent > 0 ? exponent : 0);
    // An even significand is what a reader rounds to when a text lies exactly half way.
    const int edge = significand % 2 == 0 ? 0 : 1;
    const natural nothing(0);

    // 10^(point-1) <= number < 10^point. 1233/4096 is a little below log10(2); minus one, the guess is never too high
    // even where the division rounds a negative number up, and too low is put right by comparing.
    const int bits = 64 - std::countl_zero(significand) + exponent;
    int point = (bits - 1) * 1233 / 4096 - 1;
    if (point > 0) unit.multiply_by_power_of_ten(point);
    for (natural* part : {&rest, &above, &below})
        if (point < 0) part->multiply_by_power_of_ten(-point);
    while (natural::compare_sum(rest, above, unit) >= edge) {
        unit.multiply(10);
        ++point;
    }
    result.point = point;

    for (;;) {
        for (natural* part : {&rest, &above, &below}) part->multiply(10);
        int digit = 0;
        while (natural::compare_sum(rest, nothing, unit) >= 0) {
            rest.subtract(unit);
            ++digit;
        }
        const bool low = natural::compare_sum(rest, nothing, below) <= -edge;
        const bool high = natural::compare_sum(rest, above, unit) >= edge;
        const int half = natural::compare_sum(rest, rest, unit);
        if (high && (!low || half > 0 || (half == 0 && digit % 2 != 0))) ++digit;
        result.digits[result.size++] = static_cast<char>('0' + digit);
        if (low || high) return;
    }
}

/// Takes an IEEE 754 number apart: `stored` bits of significand, and above them the exponent and the sign.
template <class Bits, class Float>
constexpr decimal_digits digits_of(Float value, int stored, int smallest_exponent) {
    constexpr int width = static_cast<int>(sizeof(Bits) * 8);
    const Bits all = std::bit_cast<Bits>(value);
    const Bits hidden = static_cast<Bits>(Bits{1} << stored);
    const Bits fraction = all & (hidden - 1);
    const int biased = static_cast<int>((all >> stored) & ((Bits{1} << (width - 1 - stored)) - 1));
    if (biased == (1 << (width - 1 - stored)) - 1)
        raise(errc::invalid_value, "NaN and infinities have no decimal text. Use a finite number.");
    decimal_digits result;
    result.negative = all >> (width - 1) != 0;
    if (biased == 0 && fraction == 0) {
        result.digits[result.size++] = '0';
        result.point = 1;
    } else if (biased == 0) {
        generate_digits(fraction, smallest_exponent, false, result);
    } else {
        generate_digits(fraction | hidden, smallest_exponent + biased - 1, fraction == 0 && biased > 1, result);
    }
    return result;
}

constexpr decimal_digits shortest_digits(double value) {
    return digits_of<std::uint64_t>(value, 52, -1074);
}

constexpr decimal_digits shortest_digits(float value) {
    return digits_of<std::uint32_t>(value, 23, -149);
}

} // namespace detail

} // namespace stoa

#endif

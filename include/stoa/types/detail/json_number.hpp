// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_NUMBER_HPP
#define STOA_TYPES_DETAIL_JSON_NUMBER_HPP

// The one spelling of a JSON number, found by moving digits around: no precision is lost and none is invented.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stoa::detail {

// What the numeric type of PostgreSQL holds (manual, 8.1.2 Arbitrary Precision Numbers).
inline constexpr std::int64_t max_digits_before_point = 131'072;
inline constexpr std::int64_t max_digits_behind_point = 16'383;

/// A JSON number taken apart: [-]whole[.fraction][e exponent].
struct json_number {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    std::int64_t exponent = 0; ///< may be cut off at 10^15 to either side
};

/// Appends the canonical spelling; false, and nothing written, if the number is too large or too fine to be stored.
inline bool append_json_number(std::string& out, const json_number& number) {
    std::string digits(number.whole);
    digits += number.fraction;
    std::int64_t exponent = number.exponent - static_cast<std::int64_t>(number.fraction.size()); // of the last digit
    const std::size_t last = digits.find_last_not_of('0');
    if (last == std::string::npos) { // JSON cannot tell a negative zero, and neither can SQL
        out += '0';
        return true;
    }
    exponent += static_cast<std::int64_t>(digits.size() - 1 - last);
    digits.erase(last + 1);
    digits.erase(0, digits.find_first_not_of('0'));

    const std::int64_t size = static_cast<std::int64_t>(digits.size());
    const std::int64_t point = size + exponent; // the number is 0.digits * 10^point
    if (point > max_digits_before_point || -exponent > max_digits_behind_point) return false;
    if (number.negative) out += '-';
    if (point > 21 || point < -5) {
        out += digits[0];
        if (size > 1) out.append(1, '.').append(digits, 1);
        out += point > 0 ? "e+" : "e";
        out += std::to_string(point - 1);
    } else if (point <= 0) {
        out.append("0.").append(static_cast<std::size_t>(-point), '0').append(digits);
    } else if (point >= size) {
        out.append(digits).append(static_cast<std::size_t>(point - size), '0');
    } else {
        const std::size_t before = static_cast<std::size_t>(point);
        out.append(digits, 0, before).append(1, '.').append(digits, before);
    }
    return true;
}

} // namespace stoa::detail

#endif

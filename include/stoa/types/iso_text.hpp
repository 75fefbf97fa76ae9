// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_ISO_TEXT_HPP
#define STOA_TYPES_ISO_TEXT_HPP

// Times and dates as ISO 8601 text of one fixed shape, whose bytes sort as the times do. Read and written for every
// value on databases that keep times as text, and at compile time for literals; hence without <chrono>.

#include "stoa/core/error.hpp"
#include "stoa/types/native.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

inline constexpr native::date min_date{-719'162};                          ///< 0001-01-01
inline constexpr native::date max_date{2'932'896};                         ///< 9999-12-31
inline constexpr native::timestamp min_timestamp{-62'135'596'800'000'000}; ///< 0001-01-01T00:00:00.000000Z
inline constexpr native::timestamp max_timestamp{253'402'300'799'999'999}; ///< 9999-12-31T23:59:59.999999Z

constexpr bool in_range(native::date value) noexcept {
    return value.days >= min_date.days && value.days <= max_date.days;
}

constexpr bool in_range(native::timestamp value) noexcept {
    return value.microseconds >= min_timestamp.microseconds && value.microseconds <= max_timestamp.microseconds;
}

namespace detail {

/// Every two digits from 00 to 99.
inline constexpr std::array<char, 200> digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i != 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

constexpr void put_pair(char* to, std::uint32_t value) noexcept {
    to[0] = digit_pairs[2 * std::size_t{value}];
    to[1] = digit_pairs[2 * std::size_t{value} + 1];
}

// Days are counted from 0000-03-01, so that a leap day ends its year. Four centuries have 146 097 days; within one of
// them a quarter of a day is added per year, and months from March on have 153 days in every five.
inline constexpr std::uint32_t days_to_1970 = 719'468;

constexpr void put_date(char* to, std::int32_t days) noexcept {
    const std::uint32_t day = static_cast<std::uint32_t>(days + static_cast<std::int32_t>(days_to_1970));
    const std::uint32_t era = day / 146'097;
    const std::uint32_t century = (4 * (day % 146'097) + 3) / 146'097;
    const std::uint32_t day_of_century = day % 146'097 - century * 146'097 / 4;
    const std::uint32_t year_of_century = (4 * day_of_century + 3) / 1461;
    const std::uint32_t day_of_year = day_of_century - year_of_century * 1461 / 4;
    const std::uint32_t month = (5 * day_of_year + 2) / 153; // 0 is March
    const std::uint32_t next_year = month >= 10 ? 1 : 0;
    const std::uint32_t year = 400 * era + 100 * century + year_of_century + next_year;
    put_pair(to, year / 100);
    put_pair(to + 2, year % 100);
    to[4] = to[7] = '-';
    put_pair(to + 5, month + 3 - 12 * next_year);
    put_pair(to + 8, day_of_year - (153 * month + 2) / 5 + 1);
}

/// The number that `count` digits at `text` spell; more than ten digits' worth if one of them is no digit.
constexpr std::uint32_t read_digits(const char* text, std::size_t count) noexcept {
    std::uint32_t value = 0;
    bool good = true;
    for (std::size_t i = 0; i != count; ++i) {
        const std::uint32_t digit = static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) - '0';
        good = good && digit <= 9;
        value = value * 10 + digit;
    }
    return good ? value : 0xFFFF'FFFF;
}

constexpr bool read_date(const char* text, std::int32_t& days) noexcept {
    const std::uint32_t year = read_digits(text, 4);
    const std::uint32_t month = read_digits(text + 5, 2);
    const std::uint32_t day = read_digits(text + 8, 2);
    if (text[4] != '-' || text[7] != '-' || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const std::uint32_t last = month == 2 ? (leap ? 29U : 28U) : 30U + ((month + month / 8) & 1U);
    if (day > last) return false;
    const std::uint32_t years = month > 2 ? year : year - 1; // that have ended in February
    const std::uint32_t months = month > 2 ? month - 3 : month + 9;
    const std::uint32_t count = 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1;
    days = static_cast<std::int32_t>(count) - static_cast<std::int32_t>(days_to_1970);
    return true;
}

inline constexpr std::int64_t microseconds_per_day = 86'400'000'000;

} // namespace detail

/// "YYYY-MM-DD". Throws: mapping_error (out_of_range) outside years 1 to 9999.
constexpr std::array<char, 10> iso_text(native::date value) {
    if (!in_range(value)) raise(errc::out_of_range, "the date is outside years 1 to 9999. Store a date within them.");
    std::array<char, 10> text{};
    detail::put_date(text.data(), value.days);
    return text;
}

/// "YYYY-MM-DDTHH:MM:SS.ffffffZ". Throws: mapping_error (out_of_range) outside years 1 to 9999.
constexpr std::array<char, 27> iso_text(native::timestamp value) {
    if (!in_range(value)) raise(errc::out_of_range, "the time is outside years 1 to 9999. Store a time within them.");
    // Counted from year 1, where nothing is negative.
    const std::int64_t elapsed = value.microseconds - min_timestamp.microseconds;
    const std::int64_t rest = elapsed % detail::microseconds_per_day;
    const std::uint32_t second = static_cast<std::uint32_t>(rest / 1'000'000);
    const std::uint32_t fraction = static_cast<std::uint32_t>(rest % 1'000'000);
    std::array<char, 27> text{};
    detail::put_date(text.data(), static_cast<std::int32_t>(elapsed / detail::microseconds_per_day) + min_date.days);
    text[10] = 'T';
    detail::put_pair(text.data() + 11, second / 3600);
    text[13] = text[16] = ':';
    detail::put_pair(text.data() + 14, second / 60 % 60);
    detail::put_pair(text.data() + 17, second % 60);
    text[19] = '.';
    detail::put_pair(text.data() + 20, fraction / 10'000);
    detail::put_pair(text.data() + 22, fraction / 100 % 100);
    detail::put_pair(text.data() + 24, fraction % 100);
    text[26] = 'Z';
    return text;
}

/// Reads what `iso_text` writes and nothing else; false, and `value` as it was, for any other text.
constexpr bool parse_iso(std::string_view text, native::date& value) noexcept {
    return text.size() == 10 && detail::read_date(text.data(), value.days);
}

/// Reads what `iso_text` writes and nothing else: 24:00 and leap seconds are refused.
constexpr bool parse_iso(std::string_view text, native::timestamp& value) noexcept {
    if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
        text[26] != 'Z')
        return false;
    const std::uint32_t hour = detail::read_digits(text.data() + 11, 2);
    const std::uint32_t minute = detail::read_digits(text.data() + 14, 2);
    const std::uint32_t second = detail::read_digits(text.data() + 17, 2);
    const std::uint32_t fraction = detail::read_digits(text.data() + 20, 6);
    std::int32_t days = 0;
    if (hour > 23 || minute > 59 || second > 59 || fraction > 999'999 || !detail::read_date(text.data(), days))
        return false;
    value.microseconds =
        days * detail::microseconds_per_day + (std::int64_t{hour} * 3600 + minute * 60 + second) * 1'000'000 + fraction;
    return true;
}

} // namespace stoa

#endif

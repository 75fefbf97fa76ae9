// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_ROWS_READING_HPP
#define STOA_BENCHMARKS_ROWS_READING_HPP

// A record of numbers, a timestamp and a guid only, and how C reads these from text: what a program wants of them is
// a number of microseconds and 16 bytes.

#include "stoa/stoa.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace rows {

struct reading {
    std::int64_t id;
    stoa::guid sensor;
    stoa::timestamp taken;
    std::int32_t channel;
    std::int64_t count;
    double value;
};

/// What a C programmer keeps of a reading.
struct plain_reading {
    std::int64_t id;
    unsigned char sensor[16];
    std::int64_t taken; ///< microseconds since 1970
    std::int32_t channel;
    std::int64_t count;
    double value;
};

inline constexpr const char* select_readings = "SELECT id, sensor, taken, channel, count, value FROM reading";

inline reading make_reading(std::int64_t n) {
    stoa::guid sensor;
    const std::int64_t halves[] = {n * 0x1234567, n};
    std::memcpy(sensor.bytes_.data(), halves, sizeof halves);
    return {n,
            sensor,
            stoa::timestamp(std::chrono::microseconds(1'700'000'000'000'000 + n * 1'234'567)),
            static_cast<std::int32_t>(n % 16),
            n * 1'000'003,
            static_cast<double>(n) * 0.1};
}

/// What all values come to, so that none is read for nothing.
inline std::int64_t total(const std::vector<plain_reading>& all) {
    std::uint64_t sum = 0;
    for (const plain_reading& each : all)
        sum += static_cast<std::uint64_t>(each.id + each.sensor[8] + each.taken + each.channel + each.count) +
               static_cast<std::uint64_t>(each.value);
    return static_cast<std::int64_t>(sum >> 1U);
}
inline std::int64_t total(const std::vector<reading>& all) {
    std::uint64_t sum = 0;
    for (const reading& each : all)
        sum += static_cast<std::uint64_t>(each.id + static_cast<int>(each.sensor.bytes_[8]) +
                                          each.taken.time_since_epoch().count() + each.channel + each.count) +
               static_cast<std::uint64_t>(each.value);
    return static_cast<std::int64_t>(sum >> 1U);
}

/// "2026-11-30 12:34:56.789+00" or "2026-11-30T12:34:56.789000Z", of UTC: microseconds since 1970.
inline std::int64_t parse_timestamp(const char* text) {
    const auto two = [text](int at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    const int month = two(5);
    const int year = two(0) * 100 + two(2) - (month <= 2 ? 1 : 0);
    const int days = 365 * year + year / 4 - year / 100 + year / 400 +
                     (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + two(8) - 1 - 719'468;
    std::int64_t fraction = 0;
    if (text[19] == '.') {
        int unit = 100'000;
        for (const char* digit = text + 20; *digit >= '0' && *digit <= '9'; ++digit, unit /= 10)
            fraction += (*digit - '0') * unit;
    }
    return ((days * std::int64_t{24} + two(11)) * 3600 + two(14) * 60 + two(17)) * 1'000'000 + fraction;
}

/// The 36 characters of a guid.
inline void parse_guid(const char* text, unsigned char (&bytes)[16]) {
    const auto digit = [](char c) { return static_cast<unsigned char>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); };
    for (unsigned char& each : bytes) {
        if (*text == '-') ++text;
        each = static_cast<unsigned char>(digit(text[0]) << 4U | digit(text[1]));
        text += 2;
    }
}

} // namespace rows

template <>
inline constexpr auto stoa::table<rows::reading> =
    stoa::define<rows::reading>("reading", stoa::primary_key(stoa::col<&rows::reading::id>));

#endif

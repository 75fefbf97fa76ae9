// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_CODEC_HPP
#define STOA_DRIVER_POSTGRES_CODEC_HPP

// Values as the server's binary format has them: integers and floats most significant byte first, times counted from
// the year 2000, decimals in groups of four digits (PostgreSQL manual, 55.7 and src/backend/utils/adt/*_send,
// *_recv). Nothing here knows libpq; lengths are checked by whoever reads.

#include "stoa/types/iso_text.hpp"
#include "stoa/types/native.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace stoa::postgres::codec {

inline constexpr std::int64_t microseconds_to_2000 = 946'684'800'000'000;
inline constexpr std::int32_t days_to_2000 = 10'957;
/// The first byte of every jsonb value.
inline constexpr char json_version = 1;
/// The most bytes a scalar of fixed shape takes: a decimal of 19 digits has a head of 8 bytes and 6 groups.
inline constexpr std::size_t max_scalar = 20;

/// Writes `value` most significant byte first. Written out byte by byte, because a loop of eight is not made one
/// instruction by every compiler; with a pointer of its own, because a char that is stored could be part of another.
template <std::unsigned_integral Word>
void store(char* out, Word value) noexcept {
    [=]<std::size_t... I>(std::index_sequence<I...>) {
        ((out[I] = static_cast<char>(static_cast<unsigned char>(value >> (8 * (sizeof(Word) - 1 - I))))), ...);
    }(std::make_index_sequence<sizeof(Word)>());
}

/// Reads a word written most significant byte first.
template <std::unsigned_integral Word>
Word load(const char* in) noexcept {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return static_cast<Word>(
            ((static_cast<std::uint64_t>(static_cast<unsigned char>(in[I])) << (8 * (sizeof(Word) - 1 - I))) | ...));
    }(std::make_index_sequence<sizeof(Word)>());
}

/// How many bytes the wire has for a type of fixed size.
template <class Value>
inline constexpr std::size_t size_of = sizeof(Value);
template <>
inline constexpr std::size_t size_of<bool> = 1;
template <>
inline constexpr std::size_t size_of<guid> = 16;
template <>
inline constexpr std::size_t size_of<native::timestamp> = 8;
template <>
inline constexpr std::size_t size_of<native::date> = 4;

// Each `encode` writes a value to `out` and returns how many bytes it has.

inline std::size_t encode(char* out, bool value) noexcept {
    *out = value ? '\1' : '\0';
    return 1;
}

inline std::size_t encode(char* out, std::int16_t value) noexcept {
    store(out, static_cast<std::uint16_t>(value));
    return 2;
}

inline std::size_t encode(char* out, std::int32_t value) noexcept {
    store(out, static_cast<std::uint32_t>(value));
    return 4;
}

inline std::size_t encode(char* out, std::int64_t value) noexcept {
    store(out, static_cast<std::uint64_t>(value));
    return 8;
}

inline std::size_t encode(char* out, float value) noexcept {
    store(out, std::bit_cast<std::uint32_t>(value));
    return 4;
}

inline std::size_t encode(char* out, double value) noexcept {
    store(out, std::bit_cast<std::uint64_t>(value));
    return 8;
}

inline std::size_t encode(char* out, const guid& value) noexcept {
    std::memcpy(out, value.bytes().data(), 16);
    return 16;
}

/// `value` is within years 1 to 9999, so that the difference cannot overflow.
inline std::size_t encode(char* out, native::timestamp value) noexcept {
    return encode(out, value.microseconds - microseconds_to_2000);
}

inline std::size_t encode(char* out, native::date value) noexcept {
    return encode(out, value.days - days_to_2000);
}

// numeric is four 16-bit words — how many groups follow, the power of 10 000 of the first one, the sign, and how many
// decimal places are shown — and then the groups, each a 16-bit word from 0 to 9999.
inline constexpr std::uint16_t numeric_positive = 0x0000;
inline constexpr std::uint16_t numeric_negative = 0x4000; // 0xC000 is NaN, 0xD000 and 0xF000 are the infinities

inline std::size_t encode(char* out, native::decimal value) noexcept {
    // The magnitude is unsigned, so that the smallest 64-bit value has one.
    std::uint64_t rest = static_cast<std::uint64_t>(value.unscaled);
    if (value.unscaled < 0) rest = 0 - rest;
    std::uint16_t reversed[6]{};
    unsigned groups = 0;
    const unsigned fraction_groups = (value.scale + 3U) / 4;
    // The last group of a fraction is filled up with zeros from the right: 0.5 is 5000 / 10 000.
    if (const unsigned digits = value.scale % 4U; digits != 0 && rest != 0) {
        const std::uint64_t modulus = digits == 1 ? 10 : digits == 2 ? 100 : 1000;
        reversed[groups++] = static_cast<std::uint16_t>(rest % modulus * (10'000 / modulus));
        rest /= modulus;
    }
    for (; rest != 0; rest /= 10'000) reversed[groups++] = static_cast<std::uint16_t>(rest % 10'000);
    // In two's complement, because a number below 1 starts with a negative power.
    const unsigned weight = groups == 0 ? 0 : groups - 1 - fraction_groups;
    store(out, static_cast<std::uint16_t>(groups));
    store(out + 2, static_cast<std::uint16_t>(weight));
    store(out + 4, value.unscaled < 0 ? numeric_negative : numeric_positive);
    store(out + 6, static_cast<std::uint16_t>(value.scale));
    for (unsigned i = 0; i != groups; ++i) store(out + 8 + 2 * i, reversed[groups - 1 - i]);
    return 8 + 2 * std::size_t{groups};
}

// Each `decode` reads a value of `size_of` bytes.

inline void decode(const char* in, bool& value) noexcept {
    value = *in != '\0';
}

inline void decode(const char* in, std::int16_t& value) noexcept {
    value = static_cast<std::int16_t>(load<std::uint16_t>(in));
}

inline void decode(const char* in, std::int32_t& value) noexcept {
    value = static_cast<std::int32_t>(load<std::uint32_t>(in));
}

inline void decode(const char* in, std::int64_t& value) noexcept {
    value = static_cast<std::int64_t>(load<std::uint64_t>(in));
}

inline void decode(const char* in, float& value) noexcept {
    value = std::bit_cast<float>(load<std::uint32_t>(in));
}

inline void decode(const char* in, double& value) noexcept {
    value = std::bit_cast<double>(load<std::uint64_t>(in));
}

inline void decode(const char* in, guid& value) noexcept {
    std::byte bytes[16];
    std::memcpy(bytes, in, 16);
    value = guid::from_bytes(bytes);
}

/// What a value of the server can be for the C++ type it is read into.
enum class fit : std::uint8_t { exact, out_of_range, malformed };

/// The server's infinities are its smallest and largest integers, so they too are out of range.
inline fit decode(const char* in, native::timestamp& value) noexcept {
    std::int64_t since_2000 = 0;
    decode(in, since_2000);
    if (since_2000 > max_timestamp.microseconds - microseconds_to_2000) return fit::out_of_range;
    if (since_2000 < min_timestamp.microseconds - microseconds_to_2000) return fit::out_of_range;
    value.microseconds = since_2000 + microseconds_to_2000;
    return fit::exact;
}

inline fit decode(const char* in, native::date& value) noexcept {
    std::int32_t since_2000 = 0;
    decode(in, since_2000);
    if (since_2000 > max_date.days - days_to_2000) return fit::out_of_range;
    if (since_2000 < min_date.days - days_to_2000) return fit::out_of_range;
    value.days = since_2000 + days_to_2000;
    return fit::exact;
}

inline constexpr std::array<std::uint64_t, 19> powers_of_ten = [] {
    std::array<std::uint64_t, 19> powers{1};
    for (std::size_t i = 1; i != powers.size(); ++i) powers[i] = 10 * powers[i - 1];
    return powers;
}();

/// Brings a numeric of `size` bytes to `value.scale`; out of range if that needs rounding or more than
/// `value.precision` digits, or if it is not a finite number.
inline fit decode(const char* in, std::size_t size, native::decimal& value) noexcept {
    if (size < 8) return fit::malformed;
    const std::size_t groups = load<std::uint16_t>(in);
    const std::uint16_t sign = load<std::uint16_t>(in + 4);
    if (size != 8 + 2 * groups) return fit::malformed;
    if (sign != numeric_positive && sign != numeric_negative) return fit::out_of_range;

    const std::uint64_t limit = powers_of_ten[std::min<std::size_t>(value.precision, 18)];
    // The number is made one group at a time; `shift` is the power of ten, after scaling, of a group's last digit.
    std::uint64_t magnitude = 0;
    int shift = 4 * static_cast<std::int16_t>(load<std::uint16_t>(in + 2)) + value.scale;
    for (std::size_t i = 0; i != groups; ++i, shift -= 4) {
        std::uint64_t group = load<std::uint16_t>(in + 8 + 2 * i);
        if (group > 9999) return fit::malformed;
        int digits = 4;
        for (; shift + 4 - digits < 0 && digits > 0; --digits) {
            if (group % 10 != 0) return fit::out_of_range;
            group /= 10;
        }
        const std::uint64_t power = powers_of_ten[static_cast<std::size_t>(digits)];
        if (magnitude > limit / power) return fit::out_of_range;
        magnitude = magnitude * power + group;
        if (magnitude >= limit) return fit::out_of_range;
    }
    // What is behind the last group is zeros.
    for (shift += 4; shift > 0 && magnitude != 0; --shift) {
        magnitude *= 10;
        if (magnitude >= limit) return fit::out_of_range;
    }
    value.unscaled = static_cast<std::int64_t>(magnitude);
    if (sign == numeric_negative) value.unscaled = -value.unscaled;
    return fit::exact;
}

} // namespace stoa::postgres::codec

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_ROWS_BINARY_HPP
#define STOA_BENCHMARKS_ROWS_BINARY_HPP

// PostgreSQL's binary format by hand: most significant byte first. A guid is 16 bytes, a document is text.

#include "event.hpp"

#include <libpq-fe.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

namespace rows {

struct binary_event {
    std::int64_t id;
    std::string source, target, city;
    std::int32_t level;
    double score;
    std::optional<std::string> note;
    unsigned char trace[16];
    std::string details;
};

inline std::uint32_t swapped(std::uint32_t value) {
    return __builtin_bswap32(value);
}
inline std::uint64_t swapped(std::uint64_t value) {
    return __builtin_bswap64(value);
}

inline std::uint32_t load32(const char* from) {
    std::uint32_t value = 0;
    std::memcpy(&value, from, sizeof value);
    return swapped(value);
}
inline std::uint64_t load64(const char* from) {
    std::uint64_t value = 0;
    std::memcpy(&value, from, sizeof value);
    return swapped(value);
}

/// The values of an event, as PQexecPrepared takes them.
struct sent_event {
    std::uint64_t id, score;
    std::uint32_t level;
    std::string details{'\1'}; ///< of jsonb: a version, then the text
    const char* values[9];
    int lengths[9];

    void set(const event& each) {
        id = swapped(static_cast<std::uint64_t>(each.id));
        level = swapped(static_cast<std::uint32_t>(each.level));
        score = swapped(std::bit_cast<std::uint64_t>(each.score));
        details.replace(1, std::string::npos, each.details.text());
        put(0, &id, sizeof id);
        put(1, each.source.data(), each.source.size());
        put(2, each.target.data(), each.target.size());
        put(3, each.city.data(), each.city.size());
        put(4, &level, sizeof level);
        put(5, &score, sizeof score);
        if (each.note)
            put(6, each.note->data(), each.note->size());
        else
            put(6, nullptr, 0);
        put(7, each.trace.bytes().data(), 16);
        put(8, details.data(), details.size());
    }
    void put(int at, const void* data, std::size_t size) {
        values[at] = static_cast<const char*>(data);
        lengths[at] = static_cast<int>(size);
    }
};

inline constexpr int binary[] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
inline constexpr Oid int8_id = 20, int4_id = 23, float8_id = 701, int8_array_id = 1016;
inline constexpr Oid event_types[] = {int8_id, 25, 25, 25, int4_id, float8_id, 25, 2950, 3802};
inline constexpr std::size_t sent_at_once = 65'536;

} // namespace rows

#endif

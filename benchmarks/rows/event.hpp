// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_ROWS_EVENT_HPP
#define STOA_BENCHMARKS_ROWS_EVENT_HPP

// The records of the benchmark, and the tables that keep them. Contenders other than stoa keep guid and document as
// text.

#include "stoa/stoa.hpp"

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rows {

struct event {
    std::int64_t id;
    std::string source;
    std::string target;
    std::string city;
    std::int32_t level;
    double score;
    std::optional<std::string> note;
    stoa::guid trace;
    stoa::json_document details;
};

/// What a C programmer keeps of a row.
struct plain_event {
    std::int64_t id;
    std::string source, target, city;
    std::int32_t level;
    double score;
    std::optional<std::string> note;
    std::string trace;
    std::string details;
};

/// The columns of stream_in_place.
struct event_view {
    std::int64_t id;
    std::string_view source, target, city;
    std::int32_t level;
    double score;
    std::optional<std::string_view> note;
    stoa::guid trace;
};

/// The columns of select_four.
struct four_columns {
    std::int64_t id;
    std::int32_t level;
    double score;
    std::string target;
};
inline std::int64_t lengths(const std::vector<four_columns>& all) {
    std::size_t sum = 0;
    for (const four_columns& each : all) sum += each.target.size();
    return static_cast<std::int64_t>(sum);
}

/// The columns of the join.
struct joined {
    std::int64_t id;
    std::string level, team;
};
inline std::int64_t lengths(const std::vector<joined>& all) {
    std::size_t sum = 0;
    for (const joined& each : all) sum += each.level.size() + each.team.size();
    return static_cast<std::int64_t>(sum);
}

/// For the join: an event has a level, a level a team.
struct team {
    std::int32_t id;
    std::string name;
};
struct level {
    std::int32_t id;
    std::int32_t team_id;
    std::string name;
};

inline constexpr std::int32_t levels = 7;

inline event make_event(std::int64_t n) {
    stoa::guid id;
    std::memcpy(id.bytes_.data(), &n, sizeof n);
    const stoa::json_document details = stoa::json_document::parse(
        R"({"beta":[1,2,3,4,5],"alpha":)" + std::to_string(n % 1000) +
        R"(,"delta":{"x":1,"y":2},"gamma":"some text of a length that is usual","epsilon":null})");
    return {n,
            "source-" + std::to_string(n % 100),
            "target number " + std::to_string(n),
            "city of " + std::to_string(n % 1000),
            static_cast<std::int32_t>(n % levels),
            static_cast<double>(n % 5000) * 0.25,
            n % 3 == 0 ? std::optional<std::string>() : std::optional<std::string>("a note of some words"),
            id,
            details};
}

inline plain_event plain(const event& e) {
    return {e.id, e.source, e.target, e.city, e.level, e.score, e.note, to_string(e.trace), e.details.text()};
}

} // namespace rows

template <>
inline constexpr auto stoa::table<rows::team> =
    stoa::define<rows::team>("team", stoa::primary_key(stoa::col<&rows::team::id>));
template <>
inline constexpr auto stoa::table<rows::level> = stoa::define<rows::level>(
    "level", stoa::primary_key(stoa::col<&rows::level::id>),
    stoa::foreign_key(stoa::col<&rows::level::team_id>).references(stoa::col<&rows::team::id>));
template <>
inline constexpr auto stoa::table<rows::event> = stoa::define<rows::event>(
    "event", stoa::primary_key(stoa::col<&rows::event::id>),
    stoa::index(stoa::col<&rows::event::level>, stoa::col<&rows::event::score>).named("ix_event_level"),
    stoa::index(stoa::json_value<std::int64_t, "alpha">(stoa::col<&rows::event::details>)).named("ix_event_alpha"));

#endif

// expect: E320
// says: app::wrong_event
// says: "pk_events"
// SPDX-License-Identifier: BSL-1.0
// Databases check uniqueness within a partition.

#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

struct event {
    std::int64_t id;
    std::int64_t day;
};

struct wrong_event {
    std::int64_t id;
    std::int64_t day;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::event> =
    stoa::define<app::event>("events", primary_key(col<&app::event::day>, col<&app::event::id>),
                             unique(col<&app::event::day>), index(col<&app::event::id>),
                             partition_by_range(col<&app::event::day>).partition("events_1", 0, 10));

// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong_event> =
    stoa::define<app::wrong_event>("events", primary_key(col<&app::wrong_event::id>),
                                   partition_by_range(col<&app::wrong_event::day>).partition("events_1", 0, 10));
// [/wrong]

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

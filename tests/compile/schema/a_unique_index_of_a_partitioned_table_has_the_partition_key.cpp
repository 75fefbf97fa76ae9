// expect: E320
// says: app::wrong_event
// says: "ix_events_id"
// SPDX-License-Identifier: BSL-1.0
// A unique index is a key, whatever else is in it.

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
    stoa::define<app::event>("events", index(col<&app::event::id>, col<&app::event::day>).unique(),
                             partition_by_hash(col<&app::event::id>, col<&app::event::day>).partitions(2));

template <>
inline constexpr auto stoa::table<app::wrong_event> = stoa::define<app::wrong_event>(
    "events", index(col<&app::wrong_event::id>).include(col<&app::wrong_event::day>).unique(),
    partition_by_hash(col<&app::wrong_event::id>, col<&app::wrong_event::day>).partitions(2));

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

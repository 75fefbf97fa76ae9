// expect: E329
// says: app::wrong_event
// says: "rest"
// SPDX-License-Identifier: BSL-1.0
// A row that fits no partition has one place to go.

#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

struct event {
    std::int64_t day;
};

struct wrong_event {
    std::int64_t day;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::event> = stoa::define<app::event>(
    "events", partition_by_list(col<&app::event::day>).partition("a", 1).default_partition("rest"));

// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong_event> = stoa::define<app::wrong_event>(
    "events", partition_by_list(col<&app::wrong_event::day>).default_partition("others").default_partition("rest"));
// [/wrong]

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

// expect: E329
// says: app::wrong_event
// says: "b"
// SPDX-License-Identifier: BSL-1.0
// A range ends before its second bound.

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
    "events", partition_by_range(col<&app::event::day>).partition("a", minvalue, 1).partition("b", 1, maxvalue));

// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong_event> = stoa::define<app::wrong_event>(
    "events", partition_by_range(col<&app::wrong_event::day>).partition("a", 0, 1).partition("b", 7, 7));
// [/wrong]

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

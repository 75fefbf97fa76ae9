// expect: E329
// says: app::wrong_event
// says: "a"
// SPDX-License-Identifier: BSL-1.0
// A value is in the list or not.

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
inline constexpr auto stoa::table<app::event> =
    stoa::define<app::event>("events", partition_by_list(col<&app::event::day>).partition("a", 1, 2));

// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong_event> =
    stoa::define<app::wrong_event>("events", partition_by_list(col<&app::wrong_event::day>).partition("a", 1, 2, 1));
// [/wrong]

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

// expect: E320
// says: app::wrong_event
// says: "week"
// SPDX-License-Identifier: BSL-1.0
// A row is told to its partition before columns are computed.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

struct event {
    std::int64_t day;
    std::int64_t week;
};

struct wrong_event {
    std::int64_t day;
    std::int64_t week;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::event> =
    stoa::define<app::event>("events", column(col<&app::event::week>).computed_from(col<&app::event::day> * 7),
                             partition_by_hash(col<&app::event::day>).partitions(2));

template <>
inline constexpr auto stoa::table<app::wrong_event> =
    stoa::define<app::wrong_event>("events",
                                   column(col<&app::wrong_event::week>).computed_from(col<&app::wrong_event::day> * 7),
                                   partition_by_hash(col<&app::wrong_event::week>).partitions(2));

namespace app {

static_assert(stoa::table_of<event>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<wrong_event>().columns.size() > 0);
#endif

} // namespace app

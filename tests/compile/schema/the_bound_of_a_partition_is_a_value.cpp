// expect: E329
// SPDX-License-Identifier: BSL-1.0
// Bounds are the same for every row.

#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

using namespace stoa;

struct event {
    std::int64_t day;
    std::int64_t last_day;
};

inline constexpr auto right =
    define<event>("events", partition_by_range(col<&event::day>).partition("events_1", 0, maxvalue));

#ifdef STOA_REJECT
inline constexpr auto wrong =
    define<event>("events", partition_by_range(col<&event::day>).partition("events_1", 0, col<&event::last_day>));
#endif

} // namespace app

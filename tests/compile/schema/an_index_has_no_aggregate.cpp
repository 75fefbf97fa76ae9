// expect: E234
// says: app::line
// says: "bool_and"
// SPDX-License-Identifier: BSL-1.0
// An index has one entry for each row.

#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/date_time.hpp"
#include "stoa/expression/numeric.hpp"
#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

struct item {
    std::int64_t id;
    double width;
    stoa::date day;
    double side;
};

struct line {
    std::int64_t id;
    double width;
    stoa::date day;
    double side;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::item> = stoa::define<app::item>("items", index(col<&app::item::width> > 1));

// [wrong]
template <>
inline constexpr auto stoa::table<app::line> =
    stoa::define<app::line>("lines", index(bool_and(col<&app::line::width> > 1)));
// [/wrong]

namespace app {

static_assert(stoa::table_of<item>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<line>().columns.size() > 0);
#endif

} // namespace app

// expect: E234
// says: app::line
// says: "add_days"
// SPDX-License-Identifier: BSL-1.0
// Another program would have the table without the function.

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
inline constexpr auto stoa::table<app::item> =
    stoa::define<app::item>("items", check(col<&app::item::day> > stoa::date()));

// [wrong]
template <>
inline constexpr auto stoa::table<app::line> =
    stoa::define<app::line>("lines", check(add_days(col<&app::line::day>, 1) > stoa::date()));
// [/wrong]

namespace app {

static_assert(stoa::table_of<item>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<line>().columns.size() > 0);
#endif

} // namespace app

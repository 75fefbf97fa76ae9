// expect: E234
// says: app::line
// says: "sqrt"
// SPDX-License-Identifier: BSL-1.0
// Another program would have the table without the function.

#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/conditional.hpp"
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
    stoa::define<app::item>("items", column(col<&app::item::side>).computed_from(abs(col<&app::item::width>)));

// [wrong]
template <>
inline constexpr auto stoa::table<app::line> = stoa::define<app::line>(
    "lines", column(col<&app::line::side>).computed_from(coalesce(sqrt(col<&app::line::width>), 0)));
// [/wrong]

namespace app {

static_assert(stoa::table_of<item>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<line>().columns.size() > 0);
#endif

} // namespace app

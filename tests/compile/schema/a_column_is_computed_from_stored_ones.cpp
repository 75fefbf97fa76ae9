// expect: E318
// says: app::line
// says: "gross"
// SPDX-License-Identifier: BSL-1.0
// PostgreSQL computes all of them at once.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/schema/table.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct item {
    std::int64_t price;
    std::int64_t net;
    std::int64_t gross;
};

struct line {
    std::int64_t price;
    std::int64_t net;
    std::int64_t gross;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::item> =
    stoa::define<app::item>("items", column(col<&app::item::net>).computed_from(col<&app::item::price> * 10),
                            column(col<&app::item::gross>).computed_from(col<&app::item::price> * 10 * 2));

// [wrong]
template <>
inline constexpr auto stoa::table<app::line> =
    stoa::define<app::line>("lines", column(col<&app::line::net>).computed_from(col<&app::line::price> * 10),
                            column(col<&app::line::gross>).computed_from(col<&app::line::net> * 2));
// [/wrong]

namespace app {

static_assert(stoa::table_of<item>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<line>().columns.size() > 0);
#endif

} // namespace app

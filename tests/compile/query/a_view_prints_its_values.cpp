// expect: E303
// SPDX-License-Identifier: BSL-1.0
// A list is always a bound parameter.

#include "../views.hpp"

#include <array>

namespace app {

struct long_page {
    std::int64_t id;
};

} // namespace app

#ifndef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages",
    from<app::page>().where(col<&app::page::words> == 1 || col<&app::page::words> == 2).select(col<&app::page::id>));
#else
template <>
inline const auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages", from<app::page>().where(col<&app::page::words>.in({1, 2})).select(col<&app::page::id>));
#endif

namespace app {

static_assert(stoa::table_of<long_page>().columns.size() == 1);

} // namespace app

// expect: E288
// SPDX-License-Identifier: BSL-1.0
// Its rows would depend on who reads them.

#include "../views.hpp"

namespace app {

struct long_page {
    std::int64_t id;
};

} // namespace app

#ifndef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages", from<app::page>().where(col<&app::page::words> > 1000).select(col<&app::page::id>));
#else
template <>
inline constexpr auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages",
    from<app::page>().where(col<&app::page::words> > stoa::param<"least", int>).select(col<&app::page::id>));
#endif

namespace app {

static_assert(stoa::table_of<long_page>().columns.size() == 1);

} // namespace app

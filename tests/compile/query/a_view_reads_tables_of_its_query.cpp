// expect: E201
// says: "kept_sizes"
// SPDX-License-Identifier: BSL-1.0
// The column comes from nowhere.

#include "../views.hpp"

namespace app {

struct long_page {
    std::int64_t id;
};

} // namespace app

#ifndef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages", from<app::page>()
                      .join<app::kept_size>(col<&app::page::book> == col<&app::kept_size::book>)
                      .where(col<&app::kept_size::pages> > 1)
                      .select(col<&app::page::id>));
#else
template <>
inline constexpr auto stoa::table<app::long_page> = stoa::view<app::long_page>(
    "long_pages", from<app::page>().where(col<&app::kept_size::pages> > 1).select(col<&app::page::id>));
#endif

namespace app {

static_assert(stoa::table_of<long_page>().columns.size() == 1);

} // namespace app

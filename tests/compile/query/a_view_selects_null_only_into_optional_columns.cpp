// expect: E322
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// The sum of no numbers is NULL.

#include "../views.hpp"

namespace app {

struct summary {
    std::int64_t book;
    std::int64_t pages;
    std::optional<std::int64_t> words;
};

} // namespace app

#ifndef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::summary> =
    stoa::view<app::summary>("summaries", from<app::page>()
                                              .group_by(col<&app::page::book>)
                                              .select(col<&app::page::book>, count(), sum(col<&app::page::words>)));
#else
// [wrong]
template <>
inline constexpr auto stoa::table<app::summary> = stoa::view<app::summary>(
    "summaries", from<app::page>()
                     .group_by(col<&app::page::book>)
                     .select(col<&app::page::book>, sum(col<&app::page::words>), sum(col<&app::page::words>)));
// [/wrong]
#endif

namespace app {

static_assert(stoa::table_of<summary>().columns.size() == 3);

} // namespace app

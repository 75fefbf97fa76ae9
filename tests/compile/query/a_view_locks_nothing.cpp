// expect: E281
// SPDX-License-Identifier: BSL-1.0
// Those who read a view need no transaction.

#include "../library.hpp"

#include "stoa/query/view.hpp"

namespace app {

struct title {
    std::string title;
};

inline constexpr auto titles = from<book>().select(col<&book::title>);

#ifdef STOA_REJECT
inline constexpr auto query = titles.for_update();
#else
inline constexpr auto query = titles;
#endif

} // namespace app

template <>
inline constexpr auto stoa::table<app::title> = stoa::view<app::title>("titles", app::query);

namespace app {

static_assert(stoa::table_of<title>().query.size() != 0);

} // namespace app

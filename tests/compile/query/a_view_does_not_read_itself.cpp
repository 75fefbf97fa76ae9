// expect: E332
// says: "first"
// SPDX-License-Identifier: BSL-1.0
// Which rows would it have?

#include "../views.hpp"

namespace app {

struct first {
    std::int64_t book;
};

struct second {
    std::int64_t book;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::first> =
    stoa::view<app::first>("first", from<app::second>().select(col<&app::second::book>));

#ifdef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::second> =
    stoa::view<app::second>("second", from<app::first>().select(col<&app::first::book>));
#endif

namespace app {

static_assert(stoa::schema<first, second>::size == 2);

} // namespace app

// expect: E326
// says: app::other
// says: "tags"
// SPDX-License-Identifier: BSL-1.0
// Elements are kept apart in a table of their own.

#include "../notes.hpp"

namespace app {

struct other {
    std::int64_t id;
    std::vector<std::string> tags;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::note> = stoa::define<app::note>("notes", unique(col<&app::note::text>));

template <>
inline constexpr auto stoa::table<app::other> =
    stoa::define<app::other>("others", unique(col<&app::other::id>, col<&app::other::tags>));

namespace app {

static_assert(stoa::table_of<note>().columns.size() == 5);

#ifdef STOA_REJECT
static_assert(stoa::table_of<other>().columns.size() == 2);
#endif

} // namespace app

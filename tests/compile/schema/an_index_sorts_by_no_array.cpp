// expect: E326
// says: app::other
// says: "tags"
// SPDX-License-Identifier: BSL-1.0
// An index of an array finds rows by its elements.

#include "../notes.hpp"

namespace app {

struct other {
    std::int64_t id;
    std::vector<std::string> tags;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::note> = stoa::define<app::note>(
    "notes", index(col<&app::note::tags>).using_(gin), index(cardinality(col<&app::note::tags>)).named("by_size"));

// [wrong]
template <>
inline constexpr auto stoa::table<app::other> = stoa::define<app::other>("others", index(col<&app::other::tags>));
// [/wrong]

namespace app {

static_assert(stoa::table_of<note>().columns.size() == 5);

#ifdef STOA_REJECT
static_assert(stoa::table_of<other>().columns.size() == 2);
#endif

} // namespace app

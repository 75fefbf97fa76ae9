// expect: E312
// says: app::person
// says: "Name"
// SPDX-License-Identifier: BSL-1.0
// SQLite does not tell them apart.

#include "stoa/schema/table.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string name;
    std::string Name;
};

struct person {
    std::int64_t id;
    std::string name;
    std::string Name;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", column(col<&app::author::Name>).named("family_name"));

// [wrong]
template <>
inline constexpr auto stoa::table<app::person> =
    stoa::define<app::person>("people", primary_key(col<&app::person::id>));
// [/wrong]

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<person>().columns.size() > 0);
#endif

} // namespace app

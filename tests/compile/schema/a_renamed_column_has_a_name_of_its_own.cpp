// expect: E312
// says: app::book
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// A name given by hand can be that of another column, also by the naming policy.

#include "stoa/schema/table.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t Name;
    std::string title;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", column(col<&app::author::name>).named("full_name"));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", naming(snake_case), column(col<&app::book::title>).named("name"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app

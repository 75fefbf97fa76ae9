// expect: E313
// says: app::book
// says: "pg_by_name"
// SPDX-License-Identifier: BSL-1.0
// PostgreSQL's catalogues are named so.

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
    std::int64_t id;
    std::string name;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", index(col<&app::author::name>).named("by_pg_name"));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", index(col<&app::book::name>).named("pg_by_name"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app

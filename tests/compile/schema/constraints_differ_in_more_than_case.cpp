// expect: E311
// says: app::book
// says: "UQ_BOOKS_NAME"
// SPDX-License-Identifier: BSL-1.0
// SQLite does not tell names of indexes apart that differ only in case.

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
    stoa::define<app::author>("authors", unique(col<&app::author::name>), index(col<&app::author::id>).named("BY_ID"));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", unique(col<&app::book::name>), index(col<&app::book::id>).named("UQ_BOOKS_NAME"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app

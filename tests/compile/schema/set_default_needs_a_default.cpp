// expect: E314
// says: app::chapter
// says: "author_id"
// says: SET DEFAULT
// SPDX-License-Identifier: BSL-1.0
// There is nothing to set.

#include "stoa/schema/table.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
};

struct book {
    std::int64_t id;
    std::optional<std::int64_t> author_id;
};

struct chapter {
    std::int64_t id;
    std::int64_t author_id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>(
    "books", foreign_key(col<&app::book::author_id>).references(col<&app::author::id>).on_update(set_default),
    column(col<&app::book::author_id>).default_(1));

template <>
inline constexpr auto stoa::table<app::chapter> = stoa::define<app::chapter>(
    "chapters", foreign_key(col<&app::chapter::author_id>).references(col<&app::author::id>).on_update(set_default));

namespace app {

static_assert(stoa::table_of<book>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<chapter>().columns.size() > 0);
#endif

} // namespace app

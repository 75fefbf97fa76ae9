// expect: E313
// says: app::book
// says: "pg_books"
// SPDX-License-Identifier: BSL-1.0
// PostgreSQL keeps such names for itself.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <cstdint>
#include <string_view>

namespace app {

struct author {
    std::int64_t id;
};

struct book {
    std::int64_t id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> = stoa::define<app::author>("authors", in_namespace("books"));

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>("books", in_namespace("pg_books"));

namespace app {

static_assert(stoa::table_of<author>().schema_name == "books");

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() == 1);
#endif

} // namespace app

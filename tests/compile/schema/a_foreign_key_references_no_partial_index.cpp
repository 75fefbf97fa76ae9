// expect: E315
// says: "books"
// says: "fk_books_author_login"
// SPDX-License-Identifier: BSL-1.0
// The rows outside of it could be equal.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string login;
};

struct book {
    std::string author_login;
};

struct reader {
    std::int64_t id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", primary_key(col<&app::author::id>),
                              index(col<&app::author::login>).unique().where(col<&app::author::id>.is_not_null()));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", foreign_key(col<&app::book::author_login>).references(col<&app::author::login>));

namespace app {

static_assert(stoa::schema<author, reader>::size == 2);

#ifdef STOA_REJECT
static_assert(stoa::schema<book, author>::size == 2);
#endif

} // namespace app

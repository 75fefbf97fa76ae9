// expect: E315
// says: "chapters"
// says: "fk_chapters_author_name"
// SPDX-License-Identifier: BSL-1.0
// A row of another table could be meant by several.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string name;
    std::string login;
    std::string mail;
    std::int32_t place;
};

struct book {
    std::int64_t author_id;
    std::string author_login;
    std::string author_mail;
    std::int32_t author_place;
};

struct chapter {
    std::int64_t id;
    std::string author_name;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", primary_key(col<&app::author::id>), unique(col<&app::author::login>),
                              index(col<&app::author::place>, col<&app::author::mail>).unique(),
                              index(col<&app::author::name>));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", foreign_key(col<&app::book::author_id>).references(col<&app::author::id>),
                            foreign_key(col<&app::book::author_login>).references(col<&app::author::login>),
                            foreign_key(col<&app::book::author_mail>, col<&app::book::author_place>)
                                .references(col<&app::author::mail>, col<&app::author::place>));

template <>
inline constexpr auto stoa::table<app::chapter> = stoa::define<app::chapter>(
    "chapters", foreign_key(col<&app::chapter::author_name>).references(col<&app::author::name>));

namespace app {

static_assert(stoa::schema<book, author>::size == 2);

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::schema<chapter, author>::size == 2);
// [/wrong]
#endif

} // namespace app

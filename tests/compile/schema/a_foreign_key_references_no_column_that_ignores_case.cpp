// expect: E327
// says: "fk_volumes_author"
// SPDX-License-Identifier: BSL-1.0
// A unique index over lower(…) is no key that can be referenced.

#include "stoa/schema/schema.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <string>

namespace app {

struct book {
    std::string name;
    std::string author;
    std::int64_t pages;
};

struct volume {
    std::string name;
    std::string author;
    std::int64_t pages;
};

struct author {
    std::string name;
    std::string pseudonym;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", primary_key(col<&app::author::name>), unique(col<&app::author::pseudonym>),
                              column(col<&app::author::pseudonym>).collate(case_insensitive));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", foreign_key(col<&app::book::author>).references(col<&app::author::name>));

// [wrong]
template <>
inline constexpr auto stoa::table<app::volume> = stoa::define<app::volume>(
    "volumes", foreign_key(col<&app::volume::author>).references(col<&app::author::pseudonym>));
// [/wrong]

namespace app {

static_assert(stoa::schema<book, author>::size == 2);

#ifdef STOA_REJECT
static_assert(stoa::schema<volume, author>::size == 2);
#endif

} // namespace app

// expect: E327
// says: app::volume
// says: "fk_volumes_author"
// SPDX-License-Identifier: BSL-1.0
// It would find other rows than the key it references.

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
inline constexpr auto stoa::table<app::volume> =
    stoa::define<app::volume>("volumes", foreign_key(col<&app::volume::author>).references(col<&app::author::name>),
                              column(col<&app::volume::author>).collate(case_insensitive));
// [/wrong]

namespace app {

static_assert(stoa::table_of<book>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<volume>().columns.size() > 0);
#endif

} // namespace app

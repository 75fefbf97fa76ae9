// expect: E327
// says: app::volume
// says: "pk_volumes"
// SPDX-License-Identifier: BSL-1.0
// A unique key may, a primary key may not.

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

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>(
    "books", unique(col<&app::book::name>), column(col<&app::book::name>).collate(case_insensitive));

// [wrong]
template <>
inline constexpr auto stoa::table<app::volume> = stoa::define<app::volume>(
    "volumes", primary_key(col<&app::volume::name>), column(col<&app::volume::name>).collate(case_insensitive));
// [/wrong]

namespace app {

static_assert(stoa::table_of<book>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<volume>().columns.size() > 0);
#endif

} // namespace app

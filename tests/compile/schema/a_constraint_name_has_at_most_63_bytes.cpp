// expect: E313
// says: app::book
// says: "this_name_has_as_many_bytes_as_eve
// SPDX-License-Identifier: BSL-1.0
// Names that are not given are cut and end in a hash; a name given by hand is meant.

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
inline constexpr auto stoa::table<app::author> = stoa::define<app::author>(
    "authors",
    unique(col<&app::author::name>).named("this_name_has_as_many_bytes_as_every_database_keeps_and_no_more"));

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>(
    "books", unique(col<&app::book::name>).named("this_name_has_as_many_bytes_as_every_database_keeps_and_no_more_"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app

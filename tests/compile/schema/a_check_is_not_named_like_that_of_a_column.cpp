// expect: E311
// says: app::book
// says: "ck_books_name_length"
// SPDX-License-Identifier: BSL-1.0
// A maximum length is a check too, and has a name.

#include "stoa/expression/comparison.hpp"
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
    "authors", column(col<&app::author::name>).max_length(9), check(col<&app::author::name> != ""));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", column(col<&app::book::name>).max_length(9),
                            check(col<&app::book::name> != "").named("ck_books_name_length"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app

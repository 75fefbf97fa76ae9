// expect: E252
// says: "sqlite"
// SPDX-License-Identifier: BSL-1.0
// A query in a FROM sees the tables before it on one database only.

#include "../library.hpp"

namespace app {

struct title {
    std::string text;
};

inline constexpr auto titles = stoa::subquery<"titles">(
    from<book>().where(col<&book::author_id> == col<&author::id>).select_as<title>(col<&book::title>));
inline constexpr auto query = from<author>().join_lateral(titles).select(titles[col<&title::text>]);

static_assert(compiles(query));

#ifdef STOA_REJECT
static_assert(stoa::sql_of<stoa::dialect::sqlite>(query).starts_with("SELECT"));
#endif

} // namespace app

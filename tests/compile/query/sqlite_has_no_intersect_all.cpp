// expect: E252
// says: "sqlite"
// SPDX-License-Identifier: BSL-1.0
// Neither are those that both have.

#include "../library.hpp"

namespace app {

inline constexpr auto titles = from<book>().select(col<&book::title>);

static_assert(compiles(intersect_all(titles, titles)));
static_assert(stoa::sql_of<stoa::dialect::sqlite>(intersect(titles, titles)).starts_with("SELECT"));

#ifdef STOA_REJECT
static_assert(stoa::sql_of<stoa::dialect::sqlite>(intersect_all(titles, titles)).starts_with("SELECT"));
#endif

} // namespace app

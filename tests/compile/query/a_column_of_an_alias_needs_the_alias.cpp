// expect: E201
// says: "other"
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// An alias is a table of its own, whatever else stands in the query.

#include "../library.hpp"

namespace app {

inline constexpr auto other = stoa::alias<book, "other">;

static_assert(compiles(from<book>()
                           .join(other, other[col<&book::author_id>] == col<&book::author_id>)
                           .where(other[col<&book::pages>] > 1)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().where(other[col<&book::pages>] > 1)));
#endif

} // namespace app

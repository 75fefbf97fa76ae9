// expect: E201
// says: "author"
// says: "id"
// SPDX-License-Identifier: BSL-1.0
// What stands beside it in the FROM is not there for it.

#include "../library.hpp"

namespace app {

inline constexpr auto old = stoa::subquery<"old">(from<book>().where(col<&book::year> < 1900));
inline constexpr auto theirs = stoa::subquery<"theirs">(from<book>().where(col<&book::author_id> == col<&author::id>));

static_assert(compiles(from<author>().join(old, old[col<&book::author_id>] == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().join(theirs, theirs[col<&book::pages>] > 1)));
#endif

} // namespace app

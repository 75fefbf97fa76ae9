// expect: E224
// says: "id"
// SPDX-License-Identifier: BSL-1.0
// An author without books has a row with no book.

#include "../library.hpp"

namespace app {

inline constexpr auto other = stoa::alias<book, "other">;

static_assert(compiles(from<book>().where(col<&book::id>.not_in(
    from<author>().join<book>(col<&author::id> == col<&book::author_id>).select(col<&book::id>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().where(col<&book::id>.not_in(
    from<author>().left_join(other, col<&author::id> == other[col<&book::author_id>]).select(other[col<&book::id>])))));
#endif

} // namespace app

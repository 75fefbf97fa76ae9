// expect: E277
// says: "books"
// SPDX-License-Identifier: BSL-1.0
// The key of the author tells the books of one author not apart; that of the book tells which author it is.

#include "../library.hpp"

#include "stoa/query/keyset.hpp"

namespace app {

inline constexpr auto by_author = col<&book::author_id> == col<&author::id>;

static_assert(compiles(from<author>().join<book>(by_author).order_by(col<&book::id>).after(stoa::guid{})));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().join<book>(by_author).order_by(col<&author::id>).after(stoa::guid{})));
#endif

} // namespace app

// expect: E201
// says: "author"
// says: "id"
// SPDX-License-Identifier: BSL-1.0
// SQLite would let a table be named before it is joined; PostgreSQL does not.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<loan>()
                           .join<author>(col<&loan::lender_id> == col<&author::id>)
                           .join<book>(col<&book::author_id> == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<loan>()
                           .join<book>(col<&book::author_id> == col<&author::id>)
                           .join<author>(col<&loan::lender_id> == col<&author::id>)));
#endif

} // namespace app

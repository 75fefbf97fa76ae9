// expect: E201
// says: "loans"
// says: "lender_id"
// SPDX-License-Identifier: BSL-1.0
// A join sees the tables of the query.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().join<loan>(col<&loan::lender_id> == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().join<book>(col<&loan::lender_id> == col<&author::id>)));
#endif

} // namespace app

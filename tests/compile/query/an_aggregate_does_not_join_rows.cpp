// expect: E220
// says: "max"
// SPDX-License-Identifier: BSL-1.0
// Rows are joined before the largest is known.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().join<author>(col<&book::author_id> == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().join<author>(stoa::max(col<&book::title>) == col<&author::name>)));
#endif

} // namespace app

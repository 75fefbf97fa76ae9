// expect: E213
// SPDX-License-Identifier: BSL-1.0
// Which of the two would a column belong to?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().join<author>(col<&book::author_id> == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().join<book>(col<&book::id> == col<&book::author_id>)));
#endif

} // namespace app

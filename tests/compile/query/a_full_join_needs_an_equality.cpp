// expect: E229
// says: "author"
// SPDX-License-Identifier: BSL-1.0
// PostgreSQL finds partners only by equal values.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().full_join<author>(col<&book::author_id> == col<&author::id> &&
                                                      col<&book::title> < col<&author::name>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().full_join<author>(col<&book::title> < col<&author::name>)));
// [/wrong]
#endif

} // namespace app

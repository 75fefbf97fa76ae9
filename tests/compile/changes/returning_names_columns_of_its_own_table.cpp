// expect: E243
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Only one of the databases would know the name.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::update<book>()
                           .set(col<& book::title> = col<&author::name>)
                           .from<author>()
                           .where(col<&author::id> == col<&book::author_id>)
                           .returning(col<&book::id>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::update<book>()
                           .set(col<& book::title> = col<&author::name>)
                           .from<author>()
                           .where(col<&author::id> == col<&book::author_id>)
                           .returning(col<&author::name>)));
// [/wrong]
#endif

} // namespace app

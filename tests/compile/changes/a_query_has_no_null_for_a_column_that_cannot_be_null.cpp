// expect: E242
// SPDX-License-Identifier: BSL-1.0
// The outer join may find no author.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().join<author>().select(col<&book::id>, col<&author::name>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().left_join<author>().select(col<&book::id>, col<&author::name>))));
// [/wrong]
#endif

} // namespace app

// expect: E240
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Nothing would stand in the column.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::motto>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>))));
// [/wrong]
#endif

} // namespace app

// expect: E240
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Nothing would stand in the column.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(),
                                                          col<& author::name> = "Ann")));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(),
                                                          col<& author::motto> = "Ars longa")));
// [/wrong]
#endif

} // namespace app

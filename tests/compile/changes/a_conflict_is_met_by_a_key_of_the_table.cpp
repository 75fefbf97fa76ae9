// expect: E212
// SPDX-License-Identifier: BSL-1.0
// The key of another table says nothing here.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<author>()
                           .values(col<& author::id> = stoa::guid(), col<& author::name> = "Ann")
                           .on_conflict(col<&author::id>)
                           .do_nothing()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into<author>()
                           .values(col<& author::id> = stoa::guid(), col<& author::name> = "Ann")
                           .on_conflict(col<&book::id>)
                           .do_nothing()));
// [/wrong]
#endif

} // namespace app

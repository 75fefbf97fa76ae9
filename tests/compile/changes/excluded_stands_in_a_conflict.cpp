// expect: E244
// SPDX-License-Identifier: BSL-1.0
// There is no such row elsewhere.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<author>()
                           .values(col<& author::id> = stoa::guid(), col<& author::name> = "Ann")
                           .on_conflict(col<&author::id>)
                           .do_update(col<& author::name> = stoa::excluded(col<&author::name>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::update<author>().set(col<& author::name> = stoa::excluded(col<&author::name>))));
// [/wrong]
#endif

} // namespace app

// expect: E205
// SPDX-License-Identifier: BSL-1.0
// A number is not a name.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(),
                                                          col<& author::name> = "Ann")));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(), col<& author::name> = 7)));
// [/wrong]
#endif

} // namespace app

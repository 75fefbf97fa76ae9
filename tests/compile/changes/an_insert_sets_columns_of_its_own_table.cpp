// expect: E201
// SPDX-License-Identifier: BSL-1.0
// Which of the two would it be?

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(),
                                                          col<& author::name> = "Ann")));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into<author>().values(col<& author::id> = stoa::guid(), col<& author::name> = "Ann",
                                                          col<& book::title> = "Iliad")));
// [/wrong]
#endif

} // namespace app

// expect: E242
// SPDX-License-Identifier: BSL-1.0
// A number is not a name.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::pages>))));
// [/wrong]
#endif

} // namespace app

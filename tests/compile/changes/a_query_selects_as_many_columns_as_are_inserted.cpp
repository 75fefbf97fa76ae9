// expect: E242
// SPDX-License-Identifier: BSL-1.0
// What would the third go into?

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>, col<&book::pages>))));
// [/wrong]
#endif

} // namespace app

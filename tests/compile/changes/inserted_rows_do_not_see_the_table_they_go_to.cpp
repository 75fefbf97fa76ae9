// expect: E201
// says: "author"
// SPDX-License-Identifier: BSL-1.0
// The row is not there yet.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                           .from(from<book>().select(col<&book::id>, col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(
    compiles(stoa::insert_into(col<&author::id>, col<&author::name>)
                 .from(from<book>().where(col<&author::motto>.is_null()).select(col<&book::id>, col<&book::title>))));
// [/wrong]
#endif

} // namespace app

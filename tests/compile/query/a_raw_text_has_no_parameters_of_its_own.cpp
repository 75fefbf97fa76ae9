// expect: E290
// SPDX-License-Identifier: BSL-1.0
// Nothing would be bound to it.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{} = '?'", bool>(col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} = ?1", bool>(col<&book::title>))));
// [/wrong]
#endif

} // namespace app

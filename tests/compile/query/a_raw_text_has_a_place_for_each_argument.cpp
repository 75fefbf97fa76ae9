// expect: E289
// SPDX-License-Identifier: BSL-1.0
// Two values, one place.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{} > {}", bool>(col<&book::pages>, 100))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} > 100", bool>(col<&book::pages>, 200))));
// [/wrong]
#endif

} // namespace app

// expect: E290
// SPDX-License-Identifier: BSL-1.0
// It would close one of somebody else.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"({} = 1 OR 1 = 0)", bool>(col<&book::pages>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} = 1) OR (1 = 0", bool>(col<&book::pages>))));
// [/wrong]
#endif

} // namespace app

// expect: E201
// SPDX-License-Identifier: BSL-1.0
// The text hides nothing.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{} > 1", bool>(col<&book::pages>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} > 1", bool>(col<&author::name>))));
// [/wrong]
#endif

} // namespace app

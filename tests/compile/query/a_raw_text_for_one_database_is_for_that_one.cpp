// expect: E252
// SPDX-License-Identifier: BSL-1.0
// The other would not understand it.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(stoa::sql_of<stoa::dialect::postgres>(
                  from<book>().where(sql<"{} ~ '^A'", bool, stoa::dialect::postgres>(col<&book::title>))) != "");

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::sql_of<stoa::dialect::sqlite>(
                  from<book>().where(sql<"{} ~ '^A'", bool, stoa::dialect::postgres>(col<&book::title>))) != "");
// [/wrong]
#endif

} // namespace app

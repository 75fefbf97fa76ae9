// expect: E289
// SPDX-License-Identifier: BSL-1.0
// The argument would be lost.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{pages} > 1", bool>(arg<"pages">(col<&book::pages>)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{pages} > 1", bool>(arg<"pages">(col<&book::pages>),
                                                                   arg<"page">(col<&book::pages>)))));
// [/wrong]
#endif

} // namespace app

// expect: E289
// SPDX-License-Identifier: BSL-1.0
// A named place needs its argument.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{pages} > {}", bool>(100, arg<"pages">(col<&book::pages>)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{pages} > {}", bool>(col<&book::pages>))));
// [/wrong]
#endif

} // namespace app

// expect: E290
// SPDX-License-Identifier: BSL-1.0
// Within quotes it would be the text "?1".

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{} = {}", bool>(col<&book::title>, "Iliad"))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} = '{}'", bool>(col<&book::title>, "Iliad"))));
// [/wrong]
#endif

} // namespace app

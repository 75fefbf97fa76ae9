// expect: E225
// SPDX-License-Identifier: BSL-1.0
// SQLite would mix them, PostgreSQL refuse.

#include "../library.hpp"

namespace app {

static_assert(compiles(union_distinct(from<book>().select(col<&book::title>),
                                      from<author>().select(col<&author::name>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(union_distinct(from<book>().select(col<&book::title>), from<book>().select(col<&book::pages>))));
// [/wrong]
#endif

} // namespace app

// expect: E221
// says: "books"
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// Which title of a group?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::kind>).select(col<&book::kind>, stoa::max(col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().group_by(col<&book::kind>).select(col<&book::kind>, col<&book::title>)));
// [/wrong]
#endif

} // namespace app

// expect: E233
// SPDX-License-Identifier: BSL-1.0
// No database does.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(stoa::count(col<&book::kind>).over())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::count_distinct(col<&book::kind>).over())));
#endif

} // namespace app

// expect: E220
// says: "count"
// SPDX-License-Identifier: BSL-1.0
// Count in a subquery, and take the largest of its column.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(stoa::max(col<&book::pages>))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::max(stoa::count()))));
#endif

} // namespace app

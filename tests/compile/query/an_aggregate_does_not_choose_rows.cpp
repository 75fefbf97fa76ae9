// expect: E220
// says: "count"
// SPDX-License-Identifier: BSL-1.0
// Rows are chosen before they are counted.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::kind>).having(stoa::count() > 1).select(col<&book::kind>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().group_by(col<&book::kind>).where(stoa::count() > 1).select(col<&book::kind>)));
// [/wrong]
#endif

} // namespace app

// expect: E221
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// Which number of pages of a group?

#include "../library.hpp"

namespace app {

static_assert(
    compiles(from<book>().group_by(col<&book::kind>).order_by(stoa::max(col<&book::pages>)).select(col<&book::kind>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(col<&book::kind>).order_by(col<&book::pages>).select(col<&book::kind>)));
#endif

} // namespace app

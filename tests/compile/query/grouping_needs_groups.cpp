// expect: E270
// SPDX-License-Identifier: BSL-1.0
// Without groups there is nothing that grouping(...) could ask about.

#include "../library.hpp"

namespace app {

using stoa::grouping;
static_assert(compiles(from<book>().group_by(col<&book::kind>).select(grouping(col<&book::kind>))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(grouping(col<&book::kind>))));
#endif

} // namespace app

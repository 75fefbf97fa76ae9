// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Rows are grouped by what they have.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::kind>).select(stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(col<&author::name>).select(stoa::count())));
#endif

} // namespace app

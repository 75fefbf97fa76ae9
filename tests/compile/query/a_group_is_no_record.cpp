// expect: E221
// says: "books"
// says: "id"
// SPDX-License-Identifier: BSL-1.0
// Only the key of a table makes groups of one record.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(col<&book::kind>)));
#endif

} // namespace app

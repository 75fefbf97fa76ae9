// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Rows are sorted by what they have.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().order_by(desc(col<&author::name>))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().order_by(desc(col<&author::name>))));
#endif

} // namespace app

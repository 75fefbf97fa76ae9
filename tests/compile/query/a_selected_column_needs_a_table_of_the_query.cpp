// expect: E201
// says: "author"
// says: "motto"
// SPDX-License-Identifier: BSL-1.0
// What is selected is in one of the tables.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().select(col<&author::motto>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(col<&book::title>, col<&author::motto>)));
#endif

} // namespace app

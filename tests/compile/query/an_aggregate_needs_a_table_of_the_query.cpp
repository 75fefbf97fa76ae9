// expect: E201
// says: "author"
// says: "id"
// SPDX-License-Identifier: BSL-1.0
// A column is not hidden by a function around it.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().having(stoa::count(col<&book::id>) > 1).select(stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().having(stoa::count(col<&author::id>) > 1).select(stoa::count())));
#endif

} // namespace app

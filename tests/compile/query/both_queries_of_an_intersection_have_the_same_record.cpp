// expect: E225
// SPDX-License-Identifier: BSL-1.0
// A book is no author.

#include "../library.hpp"

namespace app {

static_assert(compiles(intersect(from<book>(), from<book>())));

#ifdef STOA_REJECT
static_assert(compiles(intersect(from<book>(), from<author>())));
#endif

} // namespace app

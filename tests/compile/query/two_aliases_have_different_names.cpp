// expect: E213
// says: "X"
// SPDX-License-Identifier: BSL-1.0
// SQLite does not tell them apart.

#include "../library.hpp"

namespace app {

static_assert(compiles(from(stoa::alias<author, "x">).cross_join(stoa::alias<author, "y">)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from(stoa::alias<author, "x">).cross_join(stoa::alias<book, "X">)));
// [/wrong]
#endif

} // namespace app

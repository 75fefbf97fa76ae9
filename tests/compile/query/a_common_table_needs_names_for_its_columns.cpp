// expect: E223
// SPDX-License-Identifier: BSL-1.0
// A join has the columns of two tables.

#include "../library.hpp"

namespace app {

static_assert(compiles(from(stoa::cte<"some">(from<book>().join<author>().select<book>()))));

#ifdef STOA_REJECT
static_assert(compiles(from(stoa::cte<"some">(from<book>().join<author>()))));
#endif

} // namespace app

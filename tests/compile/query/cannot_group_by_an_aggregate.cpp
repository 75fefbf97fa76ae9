// expect: E220
// says: "sum"
// SPDX-License-Identifier: BSL-1.0
// Groups are made before there is a sum.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::pages>).select(stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(stoa::sum(col<&book::pages>)).select(stoa::count())));
#endif

} // namespace app

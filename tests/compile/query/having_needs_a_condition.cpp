// expect: E203
// SPDX-License-Identifier: BSL-1.0
// A count is neither true nor false.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().having(stoa::count() > 0).select(stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().having(stoa::count()).select(stoa::count())));
#endif

} // namespace app

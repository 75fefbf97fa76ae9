// expect: E203
// SPDX-License-Identifier: BSL-1.0
// A text is neither true nor false.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<book>().where(col<&book::lent>)));

#ifdef STOA_REJECT
static_assert(compiles(stoa::delete_from<book>().where(col<&book::title>)));
#endif

} // namespace app

// expect: E203
// SPDX-License-Identifier: BSL-1.0
// A number is neither true nor false.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().where(col<&book::pages> > 0)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(col<&book::pages>)));
// [/wrong]
#endif

} // namespace app

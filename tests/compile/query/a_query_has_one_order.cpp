// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which would come first?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().order_by(col<&book::kind>, col<&book::title>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().order_by(col<&book::kind>).order_by(col<&book::title>)));
#endif

} // namespace app

// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which would come first?

#include "../library.hpp"

namespace app {

static_assert(compiles(union_all(from<book>(), from<book>()).order_by(col<&book::title>, col<&book::pages>)));

#ifdef STOA_REJECT
static_assert(compiles(union_all(from<book>(), from<book>()).order_by(col<&book::title>).order_by(col<&book::pages>)));
#endif

} // namespace app

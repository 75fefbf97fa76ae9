// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Join conditions with &&.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(stoa::count().filter(col<&book::pages> > 1 && col<&book::lent>))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::count().filter(col<&book::pages> > 1).filter(col<&book::lent>))));
#endif

} // namespace app

// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Join conditions with &&.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<book>().where(col<&book::pages> < 1 && col<&book::lent>)));

#ifdef STOA_REJECT
static_assert(compiles(stoa::delete_from<book>().where(col<&book::pages> < 1).where(col<&book::lent>)));
#endif

} // namespace app

// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which would come first?

#include "../library.hpp"

namespace app {

static_assert(
    compiles(from<book>().select(stoa::rank().over(stoa::partition_by(col<&book::kind>).order_by(col<&book::pages>)))));

#ifdef STOA_REJECT
static_assert(
    compiles(from<book>().select(stoa::rank().over(stoa::sorted_by(col<&book::title>).order_by(col<&book::pages>)))));
#endif

} // namespace app

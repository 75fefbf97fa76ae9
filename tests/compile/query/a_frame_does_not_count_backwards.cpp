// expect: E222
// SPDX-License-Identifier: BSL-1.0
// One row before is behind three rows before.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).rows_between(stoa::preceding<3>, stoa::preceding<1>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).rows_between(stoa::preceding<1>, stoa::preceding<3>)))));
#endif

} // namespace app

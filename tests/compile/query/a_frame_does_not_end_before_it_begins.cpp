// expect: E222
// SPDX-License-Identifier: BSL-1.0
// The earlier end is named first.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).rows_between(stoa::preceding<2>, stoa::current_row)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).rows_between(stoa::current_row, stoa::preceding<2>)))));
// [/wrong]
#endif

} // namespace app

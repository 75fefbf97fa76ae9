// expect: E222
// SPDX-License-Identifier: BSL-1.0
// Groups are of rows that are equal in the order.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).groups_between(stoa::current_row, stoa::current_row)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::partition_by(col<&book::pages>).groups_between(stoa::current_row, stoa::current_row)))));
#endif

} // namespace app

// expect: E222
// SPDX-License-Identifier: BSL-1.0
// How far is two before a text?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(stoa::count().over(
    stoa::sorted_by(col<&book::title>).range_between(stoa::unbounded_preceding, stoa::current_row)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::title>).range_between(stoa::preceding<2>, stoa::current_row)))));
#endif

} // namespace app

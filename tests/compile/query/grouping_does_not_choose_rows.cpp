// expect: E270
// SPDX-License-Identifier: BSL-1.0
// Whether a row is grouped by something is known only of groups.

#include "../library.hpp"

namespace app {

using stoa::grouping, stoa::rollup;
constexpr auto by_kind = from<book>().group_by(rollup(col<&book::kind>)).select(stoa::count());
static_assert(compiles(by_kind.having(grouping(col<&book::kind>) == 1)));

#ifdef STOA_REJECT
static_assert(compiles(by_kind.where(grouping(col<&book::kind>) == 1)));
#endif

} // namespace app

// expect: E270
// SPDX-License-Identifier: BSL-1.0
// What grouping(...) asks about is grouped by.

#include "../library.hpp"

namespace app {

using stoa::grouping, stoa::rollup;
constexpr auto by_kind = from<book>().group_by(rollup(col<&book::kind>));
static_assert(compiles(by_kind.select(grouping(col<&book::kind>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(by_kind.select(grouping(col<&book::price>))));
// [/wrong]
#endif

} // namespace app

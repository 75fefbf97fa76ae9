// expect: E221
// SPDX-License-Identifier: BSL-1.0
// Where a set leaves out the key, a column of its table has many values.

#include "../library.hpp"

namespace app {

using stoa::rollup;
constexpr auto id = col<&book::id>;
static_assert(compiles(from<book>().group_by(id, rollup(col<&book::kind>)).select(col<&book::price>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(rollup(id)).select(col<&book::price>)));
#endif

} // namespace app

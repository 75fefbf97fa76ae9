// expect: E274
// SPDX-License-Identifier: BSL-1.0
// What is the same in all rows is not grouped by in several ways.

#include "../library.hpp"

namespace app {

using stoa::count, stoa::rollup;
constexpr auto kinds = from<book>().group_by(rollup(col<&book::kind>)).select(count()).limit(1);
static_assert(compiles(from<author>().select(scalar(kinds))));

#ifdef STOA_REJECT
constexpr auto names = from<book>().group_by(rollup(col<&author::name>)).select(count()).limit(1);
static_assert(compiles(from<author>().select(scalar(names))));
#endif

} // namespace app

// expect: E274
// SPDX-License-Identifier: BSL-1.0
// A record has no room for columns that a grouping leaves out.

#include "../library.hpp"

namespace app {

using stoa::rollup;
constexpr auto id = col<&book::id>;
static_assert(compiles(from<book>().group_by(id, rollup(col<&book::kind>)).select(id, col<&book::price>)));
static_assert(std::is_same_v<stoa::row_t<decltype(from<book>().group_by(id, rollup(id)))>, book>);

#ifdef STOA_REJECT
// [wrong]
using bad = stoa::row_t<decltype(from<book>().group_by(id, rollup(col<&book::kind>)))>;
// [/wrong]
#endif

} // namespace app

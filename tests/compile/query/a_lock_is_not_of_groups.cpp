// expect: E280
// SPDX-License-Identifier: BSL-1.0
// A group has no row of its own to lock.

#include "../library.hpp"

namespace app {

inline constexpr auto kinds = from<book>().group_by(col<&book::kind>).select(col<&book::kind>);

static_assert(compiles(kinds));
static_assert(compiles(from<book>().select(col<&book::kind>).for_update()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(kinds.for_update()));
// [/wrong]
#endif

} // namespace app

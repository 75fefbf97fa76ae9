// expect: E280
// SPDX-License-Identifier: BSL-1.0
// Rows that are numbered are not locked.

#include "../library.hpp"

namespace app {

inline constexpr auto sorted = from<book>().order_by(col<&book::id>);
static_assert(compiles(sorted.for_update()));

#ifdef STOA_REJECT
static_assert(compiles(sorted.distinct_on(col<&book::kind>).for_update()));
#endif

} // namespace app

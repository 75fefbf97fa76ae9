// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Sort by its column of a subquery.

#include "../library.hpp"

namespace app {

inline constexpr auto place = stoa::rank().over(stoa::sorted_by(col<&book::pages>));

static_assert(compiles(from<book>().order_by(place).select(col<&book::title>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::lag(col<&book::title>).over(stoa::sorted_by(place)))));
#endif

} // namespace app

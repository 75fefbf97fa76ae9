// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Aggregate its column of a subquery.

#include "../library.hpp"

namespace app {

inline constexpr auto place = stoa::rank().over(stoa::sorted_by(col<&book::pages>));

static_assert(compiles(from<book>().select(place)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::max(place))));
#endif

} // namespace app

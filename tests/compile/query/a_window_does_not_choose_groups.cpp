// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Groups are numbered after they are chosen.

#include "../library.hpp"

namespace app {

inline constexpr auto place = stoa::rank().over(stoa::sorted_by(stoa::count()));

static_assert(compiles(from<book>().group_by(col<&book::kind>).select(col<&book::kind>, place)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(col<&book::kind>).having(place < 3).select(col<&book::kind>)));
#endif

} // namespace app

// expect: E280
// SPDX-License-Identifier: BSL-1.0
// Of several rows that are equal none is the one that is read.

#include "../library.hpp"

namespace app {

inline constexpr auto kinds = from<book>().select(col<&book::kind>);

static_assert(compiles(kinds.for_share()));

#ifdef STOA_REJECT
static_assert(compiles(kinds.distinct().for_share()));
#endif

} // namespace app

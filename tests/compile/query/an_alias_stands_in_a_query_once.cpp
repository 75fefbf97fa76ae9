// expect: E213
// SPDX-License-Identifier: BSL-1.0
// Which of the two would a column belong to?

#include "../library.hpp"

namespace app {

inline constexpr auto other = stoa::alias<author, "other">;

static_assert(compiles(from<author>().cross_join(other)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().cross_join(other).cross_join(other)));
#endif

} // namespace app

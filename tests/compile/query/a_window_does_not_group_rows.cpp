// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Rows are numbered after they are grouped.

#include "../library.hpp"

namespace app {

inline constexpr auto part = stoa::ntile<4>().over(stoa::sorted_by(col<&book::pages>));

static_assert(compiles(from<book>().select(part)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(part).select(stoa::count())));
#endif

} // namespace app

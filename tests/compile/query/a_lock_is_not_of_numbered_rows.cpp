// expect: E280
// SPDX-License-Identifier: BSL-1.0
// A window looks at rows that are not locked.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(col<&book::pages>).for_update()));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::row_number().over(stoa::sorted_by(col<&book::pages>))).for_update()));
#endif

} // namespace app

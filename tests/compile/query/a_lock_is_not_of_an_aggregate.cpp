// expect: E280
// SPDX-License-Identifier: BSL-1.0
// A sum is made of many rows.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(col<&book::pages>).for_update()));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(sum(col<&book::pages>)).for_update()));
#endif

} // namespace app

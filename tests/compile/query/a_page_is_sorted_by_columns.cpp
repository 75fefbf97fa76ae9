// expect: E276
// SPDX-License-Identifier: BSL-1.0
// An expression is computed for every row before one is found.

#include "../racks.hpp"

namespace app {

static_assert(compiles(from<rack>().order_by(col<&rack::room>, col<&rack::number>).after(1, 2)));

#ifdef STOA_REJECT
static_assert(compiles(from<rack>().order_by(col<&rack::room> * 2, col<&rack::number>).after(1, 2)));
#endif

} // namespace app

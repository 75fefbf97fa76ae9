// expect: E277
// says: "number"
// SPDX-License-Identifier: BSL-1.0
// Behind one of several rows that are sorted alike the others would be lost.

#include "../racks.hpp"

namespace app {

static_assert(compiles(from<rack>().order_by(col<&rack::room>, col<&rack::number>).after(1, 2)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<rack>().order_by(col<&rack::room>).after(1)));
// [/wrong]
#endif

} // namespace app

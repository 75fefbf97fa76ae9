// expect: E278
// SPDX-License-Identifier: BSL-1.0
// Without an order there is no row behind another.

#include "../racks.hpp"

namespace app {

static_assert(compiles(from<rack>().order_by(col<&rack::room>, col<&rack::number>).after(1, 2)));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<rack>().after(1, 2);
#endif

} // namespace app

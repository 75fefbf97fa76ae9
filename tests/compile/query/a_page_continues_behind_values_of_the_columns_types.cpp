// expect: E278
// SPDX-License-Identifier: BSL-1.0
// A value has the type of its column.

#include "../racks.hpp"

namespace app {

inline constexpr auto sorted = from<rack>().order_by(col<&rack::room>, col<&rack::number>);

static_assert(compiles(sorted.after(1, 2)));

#ifdef STOA_REJECT
inline constexpr auto wrong = sorted.after(1, "2");
#endif

} // namespace app

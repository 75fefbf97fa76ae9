// expect: E278
// SPDX-License-Identifier: BSL-1.0
// The values are those of the order, one for each of its terms.

#include "../racks.hpp"

namespace app {

inline constexpr auto sorted = from<rack>().order_by(col<&rack::room>, col<&rack::number>);

static_assert(compiles(sorted.after(1, 2)));

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = sorted.after(1);
// [/wrong]
#endif

} // namespace app

// expect: E279
// SPDX-License-Identifier: BSL-1.0
// A row says where a page ended only if it has the columns of the order.

#include "../racks.hpp"

#include <tuple>

namespace app {

inline constexpr auto sorted = from<rack>().order_by(col<&rack::room>, col<&rack::number>);

static_assert(std::get<1>(cursor_of(sorted.select(col<&rack::number>, col<&rack::room>), std::tuple(1, 2)).values) ==
              1);

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = cursor_of(sorted.select(col<&rack::number>), 1);
// [/wrong]
#endif

} // namespace app

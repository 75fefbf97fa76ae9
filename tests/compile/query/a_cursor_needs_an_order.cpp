// expect: E278
// SPDX-License-Identifier: BSL-1.0
// What is not sorted ends nowhere.

#include "../racks.hpp"

namespace app {

static_assert(std::get<0>(cursor_of(from<rack>().order_by(col<&rack::room>, col<&rack::number>), rack{1, 2}).values) ==
              1);

#ifdef STOA_REJECT
inline constexpr auto wrong = cursor_of(from<rack>(), rack{1, 2});
#endif

} // namespace app

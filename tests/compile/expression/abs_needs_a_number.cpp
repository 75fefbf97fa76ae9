// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A text has no sign.

#include "../library.hpp"

#include "stoa/expression/numeric.hpp"

namespace app {

inline constexpr auto right = abs(col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = abs(col<&book::title>);
// [/wrong]
#endif

} // namespace app

// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A number has as many digits as it is written with.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = length(col<&book::title>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = length(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

// expect: E231
// SPDX-License-Identifier: BSL-1.0
// Numbers have no letters.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = lower(col<&book::title>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = lower(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

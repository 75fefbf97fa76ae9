// expect: E230
// SPDX-License-Identifier: BSL-1.0
// A text does not stand in for a number.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = coalesce(col<&book::year>, 0);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = coalesce(col<&book::year>, "unknown");
// [/wrong]
#endif

} // namespace app

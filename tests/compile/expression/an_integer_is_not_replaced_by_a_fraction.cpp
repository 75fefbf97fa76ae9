// expect: E230
// SPDX-License-Identifier: BSL-1.0
// The result would be of neither type.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = coalesce(col<&book::year>, col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = coalesce(col<&book::year>, 0.5);
// [/wrong]
#endif

} // namespace app

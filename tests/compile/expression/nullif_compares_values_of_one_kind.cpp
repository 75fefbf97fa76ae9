// expect: E202
// SPDX-License-Identifier: BSL-1.0
// It is a comparison.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = nullif(col<&book::pages>, 0);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = nullif(col<&book::pages>, "");
// [/wrong]
#endif

} // namespace app

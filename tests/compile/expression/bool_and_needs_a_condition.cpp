// expect: E203
// SPDX-License-Identifier: BSL-1.0
// A number is neither true nor false.

#include "../library.hpp"

#include "stoa/expression/aggregate.hpp"

namespace app {

inline constexpr auto right = bool_and(col<&book::pages> > 1);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = bool_and(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

// expect: E230
// SPDX-License-Identifier: BSL-1.0
// A column has one type.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = case_when(col<&book::pages> > 9, 1).when(col<&book::lent>, 2);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = case_when(col<&book::pages> > 9, 1).when(col<&book::lent>, true);
// [/wrong]
#endif

} // namespace app

// expect: E230
// SPDX-License-Identifier: BSL-1.0
// A column has one type.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = case_when(col<&book::pages> > 9, "thick").otherwise("thin");

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = case_when(col<&book::pages> > 9, "thick").otherwise(0);
// [/wrong]
#endif

} // namespace app

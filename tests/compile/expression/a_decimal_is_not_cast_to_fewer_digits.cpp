// expect: E232
// SPDX-License-Identifier: BSL-1.0
// It is rounded, and that is said.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<stoa::decimal<18, 4>>(col<&book::price>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<stoa::decimal<18, 1>>(col<&book::price>);
// [/wrong]
#endif

} // namespace app

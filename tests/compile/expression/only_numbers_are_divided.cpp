// expect: E214
// SPDX-License-Identifier: BSL-1.0
// A text has no half.

#include "../library.hpp"

#include "stoa/expression/division.hpp"

namespace app {

inline constexpr auto right = col<&book::pages> / 2;

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&book::title> / 2;
// [/wrong]
#endif

} // namespace app

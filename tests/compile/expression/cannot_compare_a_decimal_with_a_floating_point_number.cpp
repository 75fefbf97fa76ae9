// expect: E202
// SPDX-License-Identifier: BSL-1.0
// The exact value of 9.99 is not a double.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::price> < 10;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::price> < 9.99;
#endif

} // namespace app

// expect: E214
// SPDX-License-Identifier: BSL-1.0
// The product would have more digits than both.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::price> * 3;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::price> * 0.9;
#endif

} // namespace app

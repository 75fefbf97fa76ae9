// expect: E231
// SPDX-License-Identifier: BSL-1.0
// SQLite's round takes no negative number of digits.

#include "../library.hpp"

#include "stoa/expression/numeric.hpp"

namespace app {

inline constexpr auto right = stoa::round<1>(col<&book::price>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::round<-1>(col<&book::price>);
// [/wrong]
#endif

} // namespace app

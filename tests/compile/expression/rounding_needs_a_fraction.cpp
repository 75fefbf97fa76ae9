// expect: E231
// SPDX-License-Identifier: BSL-1.0
// An integer is rounded already.

#include "../library.hpp"

#include "stoa/expression/numeric.hpp"

namespace app {

inline constexpr auto right = round(col<&book::price>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = round(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

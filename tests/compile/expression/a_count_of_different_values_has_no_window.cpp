// expect: E233
// SPDX-License-Identifier: BSL-1.0
// DISTINCT is for groups.

#include "../library.hpp"

#include "stoa/expression/window.hpp"

namespace app {

inline constexpr auto right = count(col<&book::pages>).over(stoa::sorted_by(col<&book::title>));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = count_distinct(col<&book::pages>).over(stoa::sorted_by(col<&book::title>));
// [/wrong]
#endif

} // namespace app

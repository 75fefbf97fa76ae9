// expect: E233
// SPDX-License-Identifier: BSL-1.0
// There is one text in a row.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = lower(col<&book::title>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = lower(col<&book::title>).over(1);
// [/wrong]
#endif

} // namespace app

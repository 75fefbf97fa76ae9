// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A text consists of characters.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = replace(col<&book::title>, "a", "b");

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = replace(col<&book::title>, "a", 1);
// [/wrong]
#endif

} // namespace app

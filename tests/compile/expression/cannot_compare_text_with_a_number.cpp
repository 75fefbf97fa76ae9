// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A number in a text has its digits compared, not its size.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::title> == "1984";

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&book::title> == 1984;
// [/wrong]
#endif

} // namespace app

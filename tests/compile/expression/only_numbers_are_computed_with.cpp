// expect: E214
// SPDX-License-Identifier: BSL-1.0
// Text is joined, not added.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::pages> + 1;

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&book::title> + "!";
// [/wrong]
#endif

} // namespace app

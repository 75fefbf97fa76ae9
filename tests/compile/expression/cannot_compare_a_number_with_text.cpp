// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Databases differ in what a text is worth as a number.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::pages> == 300;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::pages> == "300";
#endif

} // namespace app

// expect: E205
// SPDX-License-Identifier: BSL-1.0
// A column takes values of its own type.

#include "../library.hpp"

namespace app {

inline constexpr auto right = (col<& book::title> = "x");

#ifdef STOA_REJECT
inline const auto wrong = (col<& book::title> = 5);
#endif

} // namespace app

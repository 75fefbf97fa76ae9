// expect: E214
// SPDX-License-Identifier: BSL-1.0
// SQLite would cut the fraction off.

#include "../library.hpp"

#include "stoa/expression/division.hpp"

namespace app {

inline constexpr auto right = col<&book::pages> % 2;

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&book::pages> % 0.5;
// [/wrong]
#endif

} // namespace app

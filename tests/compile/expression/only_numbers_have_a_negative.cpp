// expect: E214
// SPDX-License-Identifier: BSL-1.0
// A condition has another sign.

#include "../library.hpp"

#include "stoa/expression/arithmetic.hpp"

namespace app {

inline constexpr auto right = -col<&book::pages>;

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = -col<&book::title>;
// [/wrong]
#endif

} // namespace app

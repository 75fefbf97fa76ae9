// expect: E231
// SPDX-License-Identifier: BSL-1.0
// There is no half character.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = left(col<&book::title>, 2);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = left(col<&book::title>, 2.5);
// [/wrong]
#endif

} // namespace app

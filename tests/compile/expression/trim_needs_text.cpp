// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A guid has no spaces.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = trim(col<&book::title>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = trim(col<&book::id>);
// [/wrong]
#endif

} // namespace app

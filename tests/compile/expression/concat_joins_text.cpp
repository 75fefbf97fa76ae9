// expect: E231
// SPDX-License-Identifier: BSL-1.0
// One database would write a double in another way.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = concat(col<&book::title>, "!");

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = concat(col<&book::title>, col<&book::pages>);
// [/wrong]
#endif

} // namespace app

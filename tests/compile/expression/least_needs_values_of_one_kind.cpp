// expect: E230
// SPDX-License-Identifier: BSL-1.0
// A number has no place among texts.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = least(col<&book::pages>, col<&book::year>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = least(col<&book::pages>, col<&book::title>);
// [/wrong]
#endif

} // namespace app

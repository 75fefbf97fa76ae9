// expect: E204
// says: sum and avg
// SPDX-License-Identifier: BSL-1.0
// Text cannot be added up.

#include "../library.hpp"

namespace app {

inline constexpr auto right = sum(col<&book::price>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = sum(col<&book::title>);
// [/wrong]
#endif

} // namespace app

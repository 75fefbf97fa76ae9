// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A price is no place.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline constexpr auto right = substr(col<&book::title>, col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = substr(col<&book::title>, col<&book::price>);
// [/wrong]
#endif

} // namespace app

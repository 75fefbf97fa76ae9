// expect: E232
// SPDX-License-Identifier: BSL-1.0
// Compare it with zero.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<std::int32_t>(col<&book::lent>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<bool>(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

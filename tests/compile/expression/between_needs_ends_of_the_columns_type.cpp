// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Both ends are compared with the column.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::pages>.between(1, 9);

#ifdef STOA_REJECT
inline const auto wrong = col<&book::pages>.between(1, "9");
#endif

} // namespace app

// expect: E202
// says: LIKE
// SPDX-License-Identifier: BSL-1.0
// Only text has patterns.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::title>.like("A%");

#ifdef STOA_REJECT
inline const auto wrong = col<&book::pages>.like("1%");
#endif

} // namespace app

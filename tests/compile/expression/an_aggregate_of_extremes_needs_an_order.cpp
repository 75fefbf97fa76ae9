// expect: E204
// says: min and max
// SPDX-License-Identifier: BSL-1.0
// Some database has no smallest guid.

#include "../library.hpp"

namespace app {

inline constexpr auto right = min(col<&book::title>);

#ifdef STOA_REJECT
inline const auto wrong = min(col<&book::id>);
#endif

} // namespace app

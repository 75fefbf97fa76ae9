// expect: E204
// says: min and max
// SPDX-License-Identifier: BSL-1.0
// Documents have no order that every database agrees on.

#include "../library.hpp"

namespace app {

inline constexpr auto right = min(col<&book::id>);

#ifdef STOA_REJECT
inline const auto wrong = min(col<&book::notes>);
#endif

} // namespace app

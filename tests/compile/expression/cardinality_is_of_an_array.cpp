// expect: E218
// says: an array is expected here
// SPDX-License-Identifier: BSL-1.0
// Only arrays have elements to count.

#include "../notes.hpp"

namespace app {

inline constexpr auto right = cardinality(col<&note::more>) > 1;

#ifdef STOA_REJECT
inline constexpr auto wrong = cardinality(col<&note::text>) > 1;
#endif

} // namespace app

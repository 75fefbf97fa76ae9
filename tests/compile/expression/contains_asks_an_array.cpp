// expect: E218
// says: an array is expected here
// SPDX-License-Identifier: BSL-1.0
// A number contains nothing.

#include "../notes.hpp"

namespace app {

inline const auto right = contains(col<&note::tags>, "sql") || col<&note::text>.like("%sql%");

#ifdef STOA_REJECT
inline const auto wrong = contains(col<&note::id>, 7);
#endif

} // namespace app

// expect: E218
// says: an array is expected here
// SPDX-License-Identifier: BSL-1.0
// Part of a text is found with LIKE.

#include "../notes.hpp"

namespace app {

inline const auto right = contains(col<&note::tags>, "sql") || col<&note::text>.like("%sql%");

#ifdef STOA_REJECT
inline const auto wrong = contains(col<&note::text>, "sql");
#endif

} // namespace app

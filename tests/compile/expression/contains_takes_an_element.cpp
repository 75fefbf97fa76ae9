// expect: E218
// says: contains takes a value of the C++ type
// SPDX-License-Identifier: BSL-1.0
// An element has the type of the elements.

#include "../notes.hpp"

namespace app {

inline const auto right = contains(col<&note::tags>, "sql") && contains(col<&note::sizes>, 7);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = contains(col<&note::tags>, 7);
// [/wrong]
#endif

} // namespace app

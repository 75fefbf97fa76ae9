// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Arrays of texts are no arrays of numbers.

#include "../notes.hpp"

namespace app {

inline constexpr auto right = col<&note::tags> == col<&note::more>;

#ifdef STOA_REJECT
inline constexpr auto wrong = col<&note::tags> == col<&note::sizes>;
#endif

} // namespace app

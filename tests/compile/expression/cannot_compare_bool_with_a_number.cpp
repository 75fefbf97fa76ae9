// expect: E202
// SPDX-License-Identifier: BSL-1.0
// One database has no number in a boolean.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::lent> == true;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::lent> == 1;
#endif

} // namespace app

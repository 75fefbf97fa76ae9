// expect: E204
// SPDX-License-Identifier: BSL-1.0
// A boolean is a number on one database only.

#include "../library.hpp"

namespace app {

inline constexpr auto right = stoa::count().filter(col<&book::lent>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = sum(col<&book::lent>);
// [/wrong]
#endif

} // namespace app

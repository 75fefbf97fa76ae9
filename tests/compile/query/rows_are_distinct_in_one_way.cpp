// expect: E272
// SPDX-License-Identifier: BSL-1.0
// Different rows, or the first of each key.

#include "../library.hpp"

namespace app {

inline constexpr auto kind = col<&book::kind>;
inline constexpr auto price = col<&book::price>;
static_assert(compiles(from<book>().distinct().order_by(price).select(price)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().distinct().distinct_on(kind).order_by(price).select(price)));
// [/wrong]
#endif

} // namespace app

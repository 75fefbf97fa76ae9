// expect: E272
// SPDX-License-Identifier: BSL-1.0
// Without an order any row of a key could be the first.

#include "../library.hpp"

namespace app {

constexpr auto kind = col<&book::kind>;
constexpr auto price = col<&book::price>;
static_assert(compiles(from<book>().distinct_on(kind).order_by(price)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().distinct_on(kind)));
// [/wrong]
#endif

} // namespace app

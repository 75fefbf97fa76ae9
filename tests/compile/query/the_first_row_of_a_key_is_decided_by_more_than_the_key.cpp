// expect: E272
// SPDX-License-Identifier: BSL-1.0
// Rows with equal keys are equal in an order by these keys.

#include "../library.hpp"

namespace app {

constexpr auto kind = col<&book::kind>;
constexpr auto price = col<&book::price>;
static_assert(compiles(from<book>().distinct_on(kind).order_by(kind, price)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().distinct_on(kind).order_by(kind)));
// [/wrong]
#endif

} // namespace app

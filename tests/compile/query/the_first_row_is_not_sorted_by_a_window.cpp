// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Rows are numbered in the order, which is no window itself.

#include "../library.hpp"

namespace app {

constexpr auto kind = col<&book::kind>;
constexpr auto price = col<&book::price>;
static_assert(
    compiles(from<book>().distinct_on(kind).order_by(price).select(stoa::rank().over(stoa::sorted_by(price)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().distinct_on(kind).order_by(stoa::rank().over(stoa::sorted_by(price)))));
// [/wrong]
#endif

} // namespace app

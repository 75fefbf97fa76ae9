// expect: E273
// SPDX-License-Identifier: BSL-1.0
// Two windows of one name could not be told apart.

#include "../library.hpp"

namespace app {

using stoa::named_window, stoa::partition_by, stoa::rank, stoa::sorted_by;
inline constexpr auto price = col<&book::price>;
inline constexpr auto w = named_window<"w">(sorted_by(price));
inline constexpr auto other = named_window<"other">(sorted_by(col<&book::title>));
inline constexpr auto again = named_window<"W">(sorted_by(col<&book::title>));
static_assert(compiles(from<book>().window(w, other).select(rank().over(w))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().window(w, again).select(rank().over(w))));
// [/wrong]
#endif

} // namespace app

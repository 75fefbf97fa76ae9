// expect: E273
// SPDX-License-Identifier: BSL-1.0
// A function uses the window it was given.

#include "../library.hpp"

namespace app {

using stoa::named_window, stoa::partition_by, stoa::rank, stoa::sorted_by;
inline constexpr auto price = col<&book::price>;
inline constexpr auto w = named_window<"w">(sorted_by(price));
inline constexpr auto same_name = named_window<"w">(sorted_by(col<&book::title>));
static_assert(compiles(from<book>().window(same_name).select(rank().over(same_name))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().window(w).select(rank().over(same_name))));
// [/wrong]
#endif

} // namespace app

// expect: E273
// SPDX-License-Identifier: BSL-1.0
// A name of a window needs a window.

#include "../library.hpp"

namespace app {

using stoa::named_window, stoa::partition_by, stoa::rank, stoa::sorted_by;
constexpr auto price = col<&book::price>;
constexpr auto w = named_window<"w">(sorted_by(price));
static_assert(compiles(from<book>().window(w).select(rank().over(w))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().select(rank().over(w))));
// [/wrong]
#endif

} // namespace app

// expect: E213
// says: "books"
// SPDX-License-Identifier: BSL-1.0
// The table could not be meant any more.

#include "../library.hpp"

namespace app {

template <stoa::fixed_string Name>
inline constexpr auto old = stoa::cte<Name>(from<book>().where(col<&book::year> < 1900));

static_assert(compiles(from(old<"old">).where(old<"old">[col<&book::pages>] > 1)));

#ifdef STOA_REJECT
static_assert(compiles(from(old<"books">).where(old<"books">[col<&book::pages>] > 1)));
#endif

} // namespace app

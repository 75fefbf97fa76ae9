// expect: E283
// SPDX-License-Identifier: BSL-1.0
// A table is the same for every row.

#include "../library.hpp"

namespace app {

inline constexpr auto other = stoa::alias<book, "other">;

static_assert(compiles(from<author>().join(other, other[col<&book::author_id>] == col<&author::id>)));

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = from<author>().join_lateral(other);
// [/wrong]
#endif

} // namespace app

// expect: E265
// SPDX-License-Identifier: BSL-1.0
// An element without its list cannot be.

#include "../documents.hpp"

namespace app {

inline constexpr auto tag = stoa::elements<"tag">(col<&book::meta, &book_meta::tags>);
static_assert(compiles(from<book>().left_join(tag)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().right_join(tag)));
// [/wrong]
#endif

} // namespace app

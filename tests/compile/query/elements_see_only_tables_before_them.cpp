// expect: E201
// says: "likes"
// SPDX-License-Identifier: BSL-1.0
// The list must be there when its elements are asked for.

#include "../documents.hpp"

namespace app {

inline constexpr auto liked = stoa::elements<"tag">(col<&person::likes, &book_meta::tags>);
static_assert(compiles(from<book>().cross_join<person>().cross_join(liked)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().cross_join(liked).cross_join<person>()));
#endif

} // namespace app

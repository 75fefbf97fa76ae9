// expect: E281
// SPDX-License-Identifier: BSL-1.0
// Which rows a condition looks at, only the database knows.

#include "../library.hpp"

namespace app {

inline constexpr auto by_author = from<book>().where(col<&book::author_id> == col<&author::id>);

static_assert(compiles(from<author>().where(exists(by_author)).for_update()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<author>().where(exists(by_author.for_update()))));
// [/wrong]
#endif

} // namespace app

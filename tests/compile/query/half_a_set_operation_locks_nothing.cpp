// expect: E281
// SPDX-License-Identifier: BSL-1.0
// Rows of two queries are no rows of a table any more.

#include "../library.hpp"

namespace app {

inline constexpr auto titles = from<book>().select(col<&book::title>);

static_assert(compiles(union_all(titles, titles)));

#ifdef STOA_REJECT
static_assert(compiles(union_all(titles, titles.for_update())));
#endif

} // namespace app

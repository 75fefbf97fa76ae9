// expect: E227
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// The rows have no pages any more.

#include "../library.hpp"

namespace app {

inline constexpr auto titles = from<book>().select(col<&book::title>);

static_assert(compiles(union_all(titles, titles).order_by(col<&book::title>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(union_all(titles, titles).order_by(col<&book::pages>)));
// [/wrong]
#endif

} // namespace app

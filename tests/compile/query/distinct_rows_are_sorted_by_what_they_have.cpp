// expect: E227
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// Which of the rows with one title?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().distinct().order_by(col<&book::title>).select(col<&book::title>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().distinct().order_by(col<&book::pages>).select(col<&book::title>)));
#endif

} // namespace app

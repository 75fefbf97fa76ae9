// expect: E221
// says: "books"
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// An author has many titles.

#include "../library.hpp"

namespace app {

static_assert(
    compiles(from<book>().join<author>().group_by(col<&author::id>, col<&author::name>).select(col<&author::name>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().join<author>().group_by(col<&author::id>).select(col<&book::title>)));
#endif

} // namespace app

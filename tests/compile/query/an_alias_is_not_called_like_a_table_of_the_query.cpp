// expect: E213
// says: "books"
// SPDX-License-Identifier: BSL-1.0
// Which of the two would a column belong to?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().cross_join(stoa::alias<author, "writers">)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().cross_join(stoa::alias<author, "books">)));
#endif

} // namespace app

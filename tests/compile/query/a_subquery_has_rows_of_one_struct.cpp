// expect: E223
// SPDX-License-Identifier: BSL-1.0
// An author without books would be a row without a book.

#include "../library.hpp"

namespace app {

static_assert(compiles(from(stoa::subquery<"some">(from<author>().join<book>().select<book>()))));

#ifdef STOA_REJECT
static_assert(compiles(from(stoa::subquery<"some">(from<author>().left_join<book>().select<book>()))));
#endif

} // namespace app

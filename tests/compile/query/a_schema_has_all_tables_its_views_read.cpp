// expect: E307
// says: "book_sizes"
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// The query would read nothing.

#include "../views.hpp"

namespace app {

static_assert(stoa::schema<kept_size, book_size, page>::size == 3);

#ifdef STOA_REJECT
static_assert(stoa::schema<kept_size, book_size>::size == 2);
#endif

} // namespace app

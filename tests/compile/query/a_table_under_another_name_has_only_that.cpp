// expect: E201
// says: "books"
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// The table is not there under its own name.

#include "../library.hpp"

namespace app {

inline constexpr auto other = stoa::alias<book, "other">;

static_assert(compiles(from(other).where(other[col<&book::pages>] > 1)));

#ifdef STOA_REJECT
static_assert(compiles(from(other).where(col<&book::pages> > 1)));
#endif

} // namespace app

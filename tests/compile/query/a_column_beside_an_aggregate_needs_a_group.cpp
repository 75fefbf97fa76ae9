// expect: E221
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// All books have one number, but many titles.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::title>).select(col<&book::title>, stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(col<&book::title>, stoa::count())));
#endif

} // namespace app

// expect: E216
// says: Group by the columns it is made of
// SPDX-License-Identifier: BSL-1.0
// Each value is a parameter of its own, so that what is selected would not be what is grouped by.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().group_by(col<&book::title>).select(col<&book::title>, stoa::count())));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().group_by(col<&book::title> > "M").select(col<&book::title> > "M", stoa::count())));
// [/wrong]
#endif

} // namespace app

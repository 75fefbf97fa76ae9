// expect: E221
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// A condition on rows is for where.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().where(col<&book::pages> > 9).group_by(col<&book::kind>).select(stoa::count())));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().group_by(col<&book::kind>).having(col<&book::pages> > 9).select(stoa::count())));
#endif

} // namespace app

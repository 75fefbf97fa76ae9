// expect: E201
// says: "books"
// says: "pages"
// SPDX-License-Identifier: BSL-1.0
// A delete has one table.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<author>().where(col<&author::name> == "x")));

#ifdef STOA_REJECT
static_assert(compiles(stoa::delete_from<author>().where(col<&book::pages> == 1)));
#endif

} // namespace app

// expect: E221
// says: "books"
// says: "author_id"
// SPDX-License-Identifier: BSL-1.0
// Which author of a group?

#include "../library.hpp"

namespace app {

static_assert(compiles(
    from<book>()
        .group_by(col<&book::author_id>)
        .select(scalar(from<author>().where(col<&author::id> == col<&book::author_id>).select(col<&author::name>)))));

#ifdef STOA_REJECT
static_assert(compiles(
    from<book>()
        .group_by(col<&book::kind>)
        .select(scalar(from<author>().where(col<&author::id> == col<&book::author_id>).select(col<&author::name>)))));
#endif

} // namespace app

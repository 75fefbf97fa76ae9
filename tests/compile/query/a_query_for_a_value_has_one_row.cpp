// expect: E226
// SPDX-License-Identifier: BSL-1.0
// SQLite would take any, PostgreSQL raise an error.

#include "../library.hpp"

namespace app {

inline constexpr auto title = from<book>().where(col<&book::author_id> == col<&author::id>).select(col<&book::title>);

static_assert(compiles(from<author>().select(scalar(title.order_by(col<&book::year>).limit(1)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<author>().select(scalar(title))));
// [/wrong]
#endif

} // namespace app

// expect: E298
// SPDX-License-Identifier: BSL-1.0
// SQLite would count the rows that are left, PostgreSQL those that were there.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<loan>().returning(col<&loan::id>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::delete_from<loan>().returning(stoa::scalar(from<loan>().select(stoa::count())))));
// [/wrong]
#endif

} // namespace app

// expect: E298
// SPDX-License-Identifier: BSL-1.0
// The inserted row would be among those of the query on one database only.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

constexpr auto insert = stoa::insert_into<shelf>().values(col<& shelf::room> = 1, col<& shelf::number> = 2);

static_assert(compiles(insert.returning(col<&shelf::number>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(insert.returning(stoa::exists(from<shelf>().where(col<&shelf::number> == 2)))));
// [/wrong]
#endif

} // namespace app

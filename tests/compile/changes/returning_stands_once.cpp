// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which of the two?

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<author>().returning(col<&author::id>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::delete_from<author>().returning(col<&author::id>).returning(col<&author::name>)));
// [/wrong]
#endif

} // namespace app

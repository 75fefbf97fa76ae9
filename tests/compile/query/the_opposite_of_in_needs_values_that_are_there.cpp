// expect: E224
// says: "motto"
// SPDX-License-Identifier: BSL-1.0
// It is NOT IN in other words.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().where(col<&book::title>.in(from<author>().select(col<&author::motto>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().where(!col<&book::title>.in(from<author>().select(col<&author::motto>)))));
#endif

} // namespace app

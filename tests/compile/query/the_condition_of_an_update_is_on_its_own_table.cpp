// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// An update has one table.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(col<& book::pages> = 1).where(col<&book::title> == "x")));

#ifdef STOA_REJECT
static_assert(compiles(stoa::update<book>().set(col<& book::pages> = 1).where(col<&author::name> == "x")));
#endif

} // namespace app

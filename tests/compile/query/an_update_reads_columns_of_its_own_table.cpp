// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// The new value comes from the row itself.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(col<& book::pages> = col<&book::pages> + 1)));

#ifdef STOA_REJECT
static_assert(compiles(stoa::update<book>().set(col<& book::title> = col<&author::name>)));
#endif

} // namespace app

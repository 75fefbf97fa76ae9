// expect: E201
// says: app::author
// SPDX-License-Identifier: BSL-1.0
// One table is changed at a time.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(col<& book::title> = "x")));

#ifdef STOA_REJECT
static_assert(compiles(stoa::update<book>().set(col<& author::name> = "x")));
#endif

} // namespace app

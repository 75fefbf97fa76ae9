// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Which author?

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(col<& book::title> = col<&author::name>).from<author>()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::update<book>().set(col<& book::title> = col<&author::name>)));
// [/wrong]
#endif

} // namespace app

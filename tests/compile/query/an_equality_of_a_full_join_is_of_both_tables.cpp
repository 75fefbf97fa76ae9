// expect: E229
// says: "author"
// SPDX-License-Identifier: BSL-1.0
// A column of the first table tells nothing about the second.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().full_join<author>(col<&book::title> == col<&author::name>)));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().full_join<author>(col<&book::title> == "Emma")));
#endif

} // namespace app

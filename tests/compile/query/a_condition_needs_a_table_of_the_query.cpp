// expect: E201
// says: "author"
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// Where would the name come from?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().join<author>().where(col<&author::name> == "Ann")));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(col<&author::name> == "Ann")));
// [/wrong]
#endif

} // namespace app

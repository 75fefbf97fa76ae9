// expect: E213
// SPDX-License-Identifier: BSL-1.0
// Which of the two would a column belong to?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().join<author>()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().join<author>().join<author>()));
// [/wrong]
#endif

} // namespace app

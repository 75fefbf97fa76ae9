// expect: E206
// says: app::shelf
// says: no foreign key
// SPDX-License-Identifier: BSL-1.0
// Nothing says which shelf a book stands on.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().join<author>()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().join<shelf>()));
// [/wrong]
#endif

} // namespace app

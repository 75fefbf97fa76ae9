// expect: E280
// SPDX-License-Identifier: BSL-1.0
// Rows that are not read are not locked.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().join<book>().for_update_of<author>()));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().for_update_of<author>()));
#endif

} // namespace app

// expect: E280
// says: "books"
// SPDX-License-Identifier: BSL-1.0
// Where there is no row there is none to lock.

#include "../library.hpp"

namespace app {

inline constexpr auto all = from<author>().left_join<book>();

static_assert(compiles(all.for_update_of<author>()));

#ifdef STOA_REJECT
static_assert(compiles(all.for_update()));
#endif

} // namespace app

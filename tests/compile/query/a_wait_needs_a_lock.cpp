// expect: E280
// SPDX-License-Identifier: BSL-1.0
// Locked rows are left out by those who want to lock them.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().for_update().skip_locked()));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<book>().skip_locked();
#endif

} // namespace app

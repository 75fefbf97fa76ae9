// expect: E271
// SPDX-License-Identifier: BSL-1.0
// Every term doubles the sets of a cube.

#include "../library.hpp"

namespace app {

using stoa::cube, stoa::rollup;
constexpr auto kind = col<&book::kind>;
constexpr auto six = cube(kind, kind, kind, kind, kind, kind);
static_assert(compiles(from<book>().group_by(six).select(kind)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().group_by(six, rollup(kind)).select(kind)));
// [/wrong]
#endif

} // namespace app

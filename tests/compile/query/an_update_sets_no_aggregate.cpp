// expect: E220
// says: "max"
// SPDX-License-Identifier: BSL-1.0
// A row has no sum; a subquery has.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(
    col<& book::year> =
        scalar(from(stoa::alias<book, "other">).select(max(stoa::alias<book, "other">[col<&book::year>]))))));

#ifdef STOA_REJECT
static_assert(compiles(stoa::update<book>().set(col<& book::year> = max(col<&book::pages>))));
#endif

} // namespace app

// expect: E224
// says: "year"
// SPDX-License-Identifier: BSL-1.0
// One book without a year, and nothing would be found.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().where(
    col<&book::pages>.not_in(from(stoa::alias<book, "other">).select(stoa::alias<book, "other">[col<&book::pages>])))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(
    col<&book::pages>.not_in(from(stoa::alias<book, "other">).select(stoa::alias<book, "other">[col<&book::year>])))));
// [/wrong]
#endif

} // namespace app

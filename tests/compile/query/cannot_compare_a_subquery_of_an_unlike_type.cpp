// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A title is no number of pages.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().where(
    col<&book::pages> ==
    scalar(from(stoa::alias<book, "other">).select(max(stoa::alias<book, "other">[col<&book::pages>]))))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().where(
    col<&book::title> ==
    scalar(from(stoa::alias<book, "other">).select(max(stoa::alias<book, "other">[col<&book::pages>]))))));
#endif

} // namespace app

// expect: E207
// SPDX-License-Identifier: BSL-1.0
// SQL has no empty SET.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::update<book>().set(col<& book::pages> = 1)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::update<book>().set()));
// [/wrong]
#endif

} // namespace app

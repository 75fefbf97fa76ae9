// expect: E287
// SPDX-License-Identifier: BSL-1.0
// One name is one value.

#include "../library.hpp"

namespace app {

using stoa::param;

static_assert(compiles(from<book>().where(col<&book::pages> > param<"n", int> &&
                                          col<&book::pages> != param<"n", int>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(col<&book::pages> > param<"n", int> &&
                                          col<&book::title> != param<"n", std::string>)));
// [/wrong]
#endif

} // namespace app

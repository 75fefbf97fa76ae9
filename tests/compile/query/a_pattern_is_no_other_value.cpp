// expect: E287
// SPDX-License-Identifier: BSL-1.0
// Where patterns are translated, the two are different texts.

#include "../library.hpp"

namespace app {

using stoa::param;

static_assert(compiles(from<book>().where(col<&book::title>.like(param<"a", std::string>) &&
                                          col<&book::title> != param<"b", std::string>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(col<&book::title>.like(param<"a", std::string>) &&
                                          col<&book::title> != param<"a", std::string>)));
// [/wrong]
#endif

} // namespace app

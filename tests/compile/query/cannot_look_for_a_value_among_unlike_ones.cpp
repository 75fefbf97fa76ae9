// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Authors have names, not titles with a number.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().where(col<&author::name>.in(from<book>().select(col<&book::title>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().where(col<&author::name>.in(from<book>().select(col<&book::pages>)))));
#endif

} // namespace app

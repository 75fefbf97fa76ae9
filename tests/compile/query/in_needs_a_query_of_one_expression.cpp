// expect: E226
// SPDX-License-Identifier: BSL-1.0
// Which of the two is meant?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().where(col<&author::name>.in(from<book>().select(col<&book::title>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().where(col<&author::name>.in(from<book>().select(col<&book::title>,
                                                                                      col<&book::id>)))));
#endif

} // namespace app

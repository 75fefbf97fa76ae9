// expect: E226
// SPDX-License-Identifier: BSL-1.0
// Which of the two is compared?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().select(scalar(from<book>().select(stoa::count())))));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().select(scalar(from<book>().select(stoa::count(),
                                                                        stoa::max(col<&book::title>))))));
#endif

} // namespace app

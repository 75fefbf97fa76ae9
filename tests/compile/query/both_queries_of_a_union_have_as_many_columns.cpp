// expect: E225
// SPDX-License-Identifier: BSL-1.0
// Two columns are not one.

#include "../library.hpp"

namespace app {

static_assert(compiles(union_all(from<book>().select(col<&book::title>, col<&book::id>),
                                 from<author>().select(col<&author::name>, col<&author::id>))));

#ifdef STOA_REJECT
static_assert(compiles(union_all(from<book>().select(col<&book::title>, col<&book::id>),
                                 from<author>().select(col<&author::name>))));
#endif

} // namespace app

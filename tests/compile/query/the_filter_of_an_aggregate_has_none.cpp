// expect: E220
// says: "max"
// SPDX-License-Identifier: BSL-1.0
// The filter chooses rows, too.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(stoa::count().filter(col<&book::pages> > 1))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::count().filter(stoa::max(col<&book::pages>) > 1))));
#endif

} // namespace app

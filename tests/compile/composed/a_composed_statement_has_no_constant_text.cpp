// expect: E251
// SPDX-License-Identifier: BSL-1.0
// Its text depends on the condition.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"

namespace app {

static_assert(compiles(from<book>().where(col<&book::pages> > 100)));

#ifdef STOA_REJECT
// [wrong]
inline bool wrong(const stoa::condition<book>& filter) {
    return compiles(from<book>().where(filter));
}
// [/wrong]
#endif

} // namespace app

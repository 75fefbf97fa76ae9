// expect: E276
// says: "year"
// SPDX-License-Identifier: BSL-1.0
// Nothing compares with NULL, so that rows would be lost.

#include "../library.hpp"

#include "stoa/query/keyset.hpp"

namespace app {

static_assert(compiles(from<book>().order_by(col<&book::title>, col<&book::id>).after("Iliad", stoa::guid{})));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().order_by(col<&book::year>, col<&book::id>).after(1999, stoa::guid{})));
// [/wrong]
#endif

} // namespace app

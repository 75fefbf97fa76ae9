// expect: E227
// says: "expression"
// SPDX-License-Identifier: BSL-1.0
// The columns are named by the first query.

#include "../library.hpp"

namespace app {

inline constexpr auto numbers = from<book>().select(col<&book::pages> + col<&book::pages>);

static_assert(compiles(union_all(numbers, numbers).order_by(col<&book::pages> + col<&book::pages>)));

#ifdef STOA_REJECT
static_assert(compiles(union_all(numbers, numbers).order_by(col<&book::pages> - col<&book::pages>)));
#endif

} // namespace app

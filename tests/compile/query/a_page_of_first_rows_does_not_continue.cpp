// expect: E278
// SPDX-License-Identifier: BSL-1.0
// Behind the first row of a key there is another row of the same key.

#include "../library.hpp"

#include "stoa/query/keyset.hpp"

namespace app {

inline constexpr auto first = from<book>().distinct_on(col<&book::kind>).order_by(col<&book::id>);
static_assert(compiles(first));
inline const auto pages = from<book>().order_by(col<&book::id>).after(stoa::guid{});

#ifdef STOA_REJECT
inline const auto wrong = first.after(stoa::guid{});
#endif

} // namespace app

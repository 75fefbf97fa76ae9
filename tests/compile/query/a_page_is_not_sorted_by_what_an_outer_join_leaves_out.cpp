// expect: E276
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// A column that is never NULL in its table can be in a query.

#include "../library.hpp"

#include "stoa/query/keyset.hpp"

namespace app {

inline constexpr auto other = stoa::alias<book, "other">;
inline constexpr auto pairs = other[col<&book::author_id>] == col<&book::author_id>;

static_assert(compiles(from<book>()
                           .join(other, pairs)
                           .order_by(other[col<&book::title>], col<&book::id>, other[col<&book::id>])
                           .after("Iliad", stoa::guid{}, stoa::guid{})));

#ifdef STOA_REJECT
static_assert(compiles(from<book>()
                           .left_join(other, pairs)
                           .order_by(other[col<&book::title>], col<&book::id>, other[col<&book::id>])
                           .after("Iliad", stoa::guid{}, stoa::guid{})));
#endif

} // namespace app

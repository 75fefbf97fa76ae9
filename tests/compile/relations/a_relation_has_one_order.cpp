// expect: E209
// says: order already
// SPDX-License-Identifier: BSL-1.0
// The order is said once.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<author>(), with<&book::author_id>.order_by(col<&book::title>, col<&book::id>));
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<author>(), with<&book::author_id>.order_by(col<&book::title>).order_by(col<&book::id>));
}
// [/wrong]
#endif

} // namespace app

// expect: E296
// says: app::author
// says: one parent
// SPDX-License-Identifier: BSL-1.0
// There is one.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<book>().order_by(col<&book::title>), with<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<book>(), with<&book::author_id>.order_by(col<&author::name>));
}
// [/wrong]
#endif

} // namespace app

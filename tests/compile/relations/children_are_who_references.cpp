// expect: E294
// says: app::book
// says: children<
// SPDX-License-Identifier: BSL-1.0
// A book is the child already.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<author>(), children<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<book>(), children<&book::author_id>);
}
// [/wrong]
#endif

} // namespace app

// expect: E294
// says: app::author
// says: parent<
// SPDX-License-Identifier: BSL-1.0
// An author is the parent already.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<book>(), parent<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<author>(), parent<&book::author_id>);
}
// [/wrong]
#endif

} // namespace app

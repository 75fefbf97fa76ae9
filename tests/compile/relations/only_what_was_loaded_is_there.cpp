// expect: E294
// says: app::author
// says: not loaded
// SPDX-License-Identifier: BSL-1.0
// Nothing is loaded when it is asked for.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.one(from<author>(), with<&book::author_id>).get<&book::author_id>();
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.one(from<author>(), with<&book::author_id>).get<&note::book_id>();
}
// [/wrong]
#endif

} // namespace app

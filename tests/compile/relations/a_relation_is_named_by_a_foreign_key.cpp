// expect: E293
// says: app::book
// says: "title"
// says: not a foreign key
// SPDX-License-Identifier: BSL-1.0
// A title relates its book to nothing.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<book>(), with<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<book>(), with<&book::title>);
}
// [/wrong]
#endif

} // namespace app

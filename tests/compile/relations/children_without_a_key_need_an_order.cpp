// expect: E296
// says: app::note
// says: no primary key
// SPDX-License-Identifier: BSL-1.0
// Notes have no key to sort them by.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<book>(), with<&note::book_id>.order_by(col<&note::text>));
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<book>(), with<&note::book_id>);
}
// [/wrong]
#endif

} // namespace app

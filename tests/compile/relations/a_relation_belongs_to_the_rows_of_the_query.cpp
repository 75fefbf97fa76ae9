// expect: E294
// says: app::note
// says: app::author
// says: neither end
// SPDX-License-Identifier: BSL-1.0
// A note has a book, which has an author.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<note>(), with<&note::book_id>(with<&book::author_id>));
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<note>(), with<&book::author_id>);
}
// [/wrong]
#endif

} // namespace app

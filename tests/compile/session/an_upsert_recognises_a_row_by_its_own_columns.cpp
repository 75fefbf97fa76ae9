// expect: E212
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// A page has no columns of a note.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    page p{};
    db.upsert(p, stoa::conflict_on(stoa::col<&page::text>));
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    page p{};
    db.upsert(p, stoa::conflict_on(stoa::col<&note::text>));
}
#endif

} // namespace app

// expect: E212
// says: app::page
// SPDX-License-Identifier: BSL-1.0
// Many pages have the same number.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    page p{};
    db.upsert(p, stoa::conflict_on(stoa::col<&page::text>));
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    page p{};
    db.upsert(p, stoa::conflict_on(stoa::col<&page::number>));
}
// [/wrong]
#endif

} // namespace app

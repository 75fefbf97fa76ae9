// expect: E211
// says: app::page
// SPDX-License-Identifier: BSL-1.0
// The number of a page is a number.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.erase<page>(1, 2);
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    (void)db.erase<page>(1, "2");
}
#endif

} // namespace app

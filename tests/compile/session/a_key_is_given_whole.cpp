// expect: E211
// says: app::page
// SPDX-License-Identifier: BSL-1.0
// A page is found by its book and its number.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.find<page>(1, 2);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.find<page>(1);
}
// [/wrong]
#endif

} // namespace app

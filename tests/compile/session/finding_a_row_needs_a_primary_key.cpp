// expect: E210
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// Two notes with one text cannot be told apart.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.find<mark>(1);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.find<note>("hello");
}
// [/wrong]
#endif

} // namespace app

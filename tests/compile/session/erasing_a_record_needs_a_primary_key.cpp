// expect: E210
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// Which row is the record?

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.erase(page{});
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    (void)db.erase(note{});
}
#endif

} // namespace app

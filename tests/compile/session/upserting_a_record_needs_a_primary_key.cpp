// expect: E210
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// Which row is the record?

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    page p{};
    db.upsert(p);
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    note n{};
    db.upsert(n);
}
#endif

} // namespace app

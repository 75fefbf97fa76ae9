// expect: E321
// says: "kept_sizes"
// SPDX-License-Identifier: BSL-1.0
// Nor is one that keeps its rows.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.update(page{});
    (void)db.upsert(page{});
    (void)db.erase(page{});
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    (void)db.update(kept_size{1, 300});
    (void)db.upsert(kept_size{1, 300});
    (void)db.erase(kept_size{1, 300});
}
#endif

} // namespace app

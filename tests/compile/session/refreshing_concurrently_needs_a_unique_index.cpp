// expect: E330
// says: app::kept_word_count
// SPDX-License-Identifier: BSL-1.0
// An index with a condition is none of all rows.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    db.refresh<kept_size>(stoa::concurrently);
    db.refresh<kept_word_count>();
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    // [wrong]
    db.refresh<kept_word_count>(stoa::concurrently);
    // [/wrong]
}
#endif

} // namespace app

// expect: E293
// says: app::loan
// says: "book_id"
// says: more than one
// SPDX-License-Identifier: BSL-1.0
// Two keys begin with the book: that of the copy, and that of the spare one.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<loan>(), with<&loan::copy_number>, with<&loan::spare_number>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<loan>(), with<&loan::book_id>);
}
// [/wrong]
#endif

} // namespace app

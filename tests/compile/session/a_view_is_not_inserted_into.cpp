// expect: E321
// says: "book_sizes"
// SPDX-License-Identifier: BSL-1.0
// Its rows are those of its query.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.insert(page{});
    (void)db.find<book_size>(1);
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    // [wrong]
    (void)db.insert(book_size{1, 300});
    // [/wrong]
}
#endif

} // namespace app

// expect: E321
// says: "book_sizes"
// SPDX-License-Identifier: BSL-1.0
// Its rows are those of its query.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    db.execute(stoa::update<page>().set(col<& page::text> = "").where(col<&page::id> == 1));
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    db.execute(stoa::update<book_size>().set(col<& book_size::pages> = 1));
}
#endif

} // namespace app

// expect: E294
// says: neither end
// SPDX-License-Identifier: BSL-1.0
// Related records are those of records.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<book>().join<author>().select<book>(), with<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<book>().select(col<&book::title>), with<&book::author_id>);
}
// [/wrong]
#endif

} // namespace app

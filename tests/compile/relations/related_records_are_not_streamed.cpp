// expect: E295
// says: one row at a
// SPDX-License-Identifier: BSL-1.0
// The keys of all rows are asked for at once.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<author>().limit(100), with<&book::author_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    db.stream(from<author>(), with<&book::author_id>);
}
// [/wrong]
#endif

} // namespace app

// expect: E293
// says: app::loan
// says: "copy_number"
// says: several columns
// SPDX-License-Identifier: BSL-1.0
// A copy has a key of two columns.

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<loan>().join<copy>());
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<loan>(), with<&loan::copy_number>);
}
// [/wrong]
#endif

} // namespace app

// expect: E294
// says: app::part
// says: children<
// SPDX-License-Identifier: BSL-1.0
// Which of the two?

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.one(from<part>(), parent<&part::whole_id>, children<&part::whole_id>).get<children<&part::whole_id>>();
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.one(from<part>(), parent<&part::whole_id>, children<&part::whole_id>).get<&part::whole_id>();
}
// [/wrong]
#endif

} // namespace app

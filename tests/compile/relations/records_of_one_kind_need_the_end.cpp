// expect: E294
// says: app::part
// says: parent<
// says: children<
// SPDX-License-Identifier: BSL-1.0
// Which parts: those this one belongs to, or those that belong to it?

#include "../families.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.all(from<part>(), parent<&part::whole_id>, children<&part::whole_id>);
}

#ifdef STOA_REJECT
// [wrong]
inline void wrong(stoa::database& db) {
    (void)db.all(from<part>(), with<&part::whole_id>);
}
// [/wrong]
#endif

} // namespace app

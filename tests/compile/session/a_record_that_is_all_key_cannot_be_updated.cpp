// expect: E207
// says: app::mark
// SPDX-License-Identifier: BSL-1.0
// Nothing is left to be set.

#include "../pages.hpp"

namespace app {

inline void right(stoa::database& db) {
    (void)db.update(page{});
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    (void)db.update(mark{});
}
#endif

} // namespace app

// expect: E321
// says: "kept_sizes"
// SPDX-License-Identifier: BSL-1.0
// Its rows go when it is refreshed.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    db.execute(stoa::delete_from<page>());
    db.refresh<kept_size>();
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    db.execute(stoa::delete_from<kept_size>());
}
#endif

} // namespace app

// expect: E330
// says: app::book_size
// SPDX-License-Identifier: BSL-1.0
// The rows of a view are those of now.

#include "../views.hpp"

namespace app {

inline void right(stoa::database& db) {
    db.refresh<kept_size>();
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    db.refresh<book_size>();
}
#endif

} // namespace app

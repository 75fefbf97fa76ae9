// expect: E211
// says: app::page
// SPDX-License-Identifier: BSL-1.0
// Many pages are found by pairs of book and number.

#include "../pages.hpp"

#include <tuple>
#include <vector>

namespace app {

inline void right(stoa::database& db, const std::vector<std::tuple<int, int>>& keys) {
    (void)db.find_many<page>(keys);
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db, const std::vector<int>& books) {
    (void)db.find_many<page>(books);
}
#endif

} // namespace app

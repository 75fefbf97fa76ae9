// expect: E201
// SPDX-License-Identifier: BSL-1.0
// Which author?

#include "../library.hpp"

#include "stoa/expression/condition.hpp"
#include "stoa/session/session.hpp"

namespace app {

inline auto rows(stoa::database& db, const stoa::condition<author>& filter) {
    return db.all(from<book>().join<author>().where(filter));
}

#ifdef STOA_REJECT
// [wrong]
inline auto wrong(stoa::database& db, const stoa::condition<author>& filter) {
    return db.all(from<book>().where(filter));
}
// [/wrong]
#endif

} // namespace app

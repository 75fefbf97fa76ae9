// expect: E285
// SPDX-License-Identifier: BSL-1.0
// A statement is run with all of its values.

#include "../library.hpp"

#include "stoa/session/session.hpp"

namespace app {

using stoa::arg;

constexpr auto long_books = from<book>().where(col<&book::pages> > stoa::param<"least", int>);

inline auto rows(stoa::database& db) {
    return db.all(long_books, arg<"least">(100));
}

#ifdef STOA_REJECT
// [wrong]
inline auto wrong(stoa::database& db) {
    return db.all(long_books);
}
// [/wrong]
#endif

} // namespace app

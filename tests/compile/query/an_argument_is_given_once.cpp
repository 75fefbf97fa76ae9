// expect: E286
// SPDX-License-Identifier: BSL-1.0
// Which of them would it be?

#include "../library.hpp"

#include "stoa/session/session.hpp"

namespace app {

using stoa::arg;

constexpr auto long_books = from<book>().where(col<&book::pages> > stoa::param<"least", int>);

inline auto rows(stoa::database& db) {
    return db.first(long_books, arg<"least">(100));
}

#ifdef STOA_REJECT
// [wrong]
inline auto wrong(stoa::database& db) {
    return db.first(long_books, arg<"least">(100), arg<"least">(200));
}
// [/wrong]
#endif

} // namespace app

// expect: E219
// says: app::book
// SPDX-License-Identifier: BSL-1.0
// SQLite has no such operator, and a definition calls no function of a driver.

#include "../documents.hpp"

namespace app {

using namespace stoa;

inline constexpr auto right =
    define<book>("books", check(cardinality(col<&book::meta, &book_meta::tags>) < 5),
                 check(has_key(col<&book::meta, &book_meta::titles, key<"de">>)).named("has_german"));

#ifdef STOA_REJECT
inline const auto wrong = define<book>("books", check(contains(col<&book::meta, &book_meta::tags>, "sql")));
#endif

} // namespace app

// expect: E201
// says: "books"
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// Only the inner query reads books.

#include "../library.hpp"

namespace app {

inline constexpr auto has_books = exists(from<book>().where(col<&book::author_id> == col<&author::id>));

static_assert(compiles(from<author>().where(has_books).select(col<&author::name>)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().where(has_books).select(col<&book::title>)));
#endif

} // namespace app

// expect: E307
// says: "books"
// says: "author"
// SPDX-License-Identifier: BSL-1.0
// The foreign key would point nowhere.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>

namespace app {

struct author {
    std::int64_t id;
    std::int64_t best_book_id;
};

struct book {
    std::int64_t id;
    std::int64_t author_id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", primary_key(col<&app::book::id>),
                            foreign_key(col<&app::book::author_id>).references(col<&app::author::id>));

namespace app {

static_assert(stoa::schema<book, author>::size == 2);

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::schema<book>::size == 1);
// [/wrong]
#endif

} // namespace app

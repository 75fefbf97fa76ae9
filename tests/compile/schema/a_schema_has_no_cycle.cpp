// expect: E308
// says: "books"
// SPDX-License-Identifier: BSL-1.0
// Each table would have to be created before the other.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>

namespace app {

struct author {
    std::int64_t id;
    std::int64_t best_book_id;
};

struct node {
    std::int64_t id;
    std::int64_t parent_id;
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

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", primary_key(col<&app::author::id>),
                              foreign_key(col<&app::author::best_book_id>).references(col<&app::book::id>));

// A table may reference itself.
template <>
inline constexpr auto stoa::table<app::node> = stoa::define<app::node>(
    "nodes", primary_key(col<&app::node::id>), foreign_key(col<&app::node::parent_id>).references(col<&app::node::id>));

namespace app {

static_assert(stoa::schema<node>::size == 1);

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::schema<book, author>::size == 2);
// [/wrong]
#endif

} // namespace app

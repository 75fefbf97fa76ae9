// expect: E315
// says: "margins"
// SPDX-License-Identifier: BSL-1.0
// Rows of a view come and go as they like.

#include "../views.hpp"

namespace app {

struct margin {
    std::int64_t book;
};

} // namespace app

#ifndef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::margin> =
    stoa::define<app::margin>("margins", foreign_key(col<&app::margin::book>).references(col<&app::page::id>));
#else
template <>
inline constexpr auto stoa::table<app::margin> =
    stoa::define<app::margin>("margins", foreign_key(col<&app::margin::book>).references(col<&app::kept_size::book>));
#endif

namespace app {

static_assert(stoa::schema<margin, kept_size, book_size, page>::size == 4);

} // namespace app

// expect: E332
// says: app::summary
// SPDX-License-Identifier: BSL-1.0
// Its rows are those of its query, whatever it says.

#include "../views.hpp"

namespace app {

struct summary {
    std::int64_t book;
    std::int64_t pages;
};

inline constexpr auto pages = from<page>().group_by(col<&page::book>).select(col<&page::book>, stoa::count());

inline constexpr auto right =
    stoa::view<summary>("summaries", pages, column(col<&summary::book>).named("book_id"), stoa::comment("…"));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong =
    stoa::view<summary>("summaries", pages, foreign_key(col<&summary::book>).references(col<&page::id>));
// [/wrong]
#endif

} // namespace app

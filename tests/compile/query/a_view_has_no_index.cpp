// expect: E332
// says: app::summary
// SPDX-License-Identifier: BSL-1.0
// Only rows that are kept can be found by an index.

#include "../views.hpp"

namespace app {

struct summary {
    std::int64_t book;
    std::int64_t pages;
};

inline constexpr auto pages = from<page>().group_by(col<&page::book>).select(col<&page::book>, stoa::count());

inline constexpr auto right = stoa::materialized_view<summary>("summaries", pages, index(col<&summary::pages>));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::view<summary>("summaries", pages, index(col<&summary::pages>));
// [/wrong]
#endif

} // namespace app

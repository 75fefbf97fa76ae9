// expect: E332
// says: app::summary
// SPDX-License-Identifier: BSL-1.0
// Nobody inserts into it.

#include "../views.hpp"

namespace app {

struct summary {
    std::int64_t book;
    std::int64_t pages;
};

inline constexpr auto pages = from<page>().group_by(col<&page::book>).select(col<&page::book>, stoa::count());

inline constexpr auto right = stoa::view<summary>("summaries", pages, column(col<&summary::pages>).comment("how many"));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::view<summary>("summaries", pages, column(col<&summary::pages>).default_(1));
// [/wrong]
#endif

} // namespace app

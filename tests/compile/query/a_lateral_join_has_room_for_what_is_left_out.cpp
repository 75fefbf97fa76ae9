// expect: E284
// says: "title"
// SPDX-License-Identifier: BSL-1.0
// What an outer join leaves out, a query behind it selects as NULL.

#include "../library.hpp"

namespace app {

struct title {
    std::string text;
};

struct perhaps {
    std::optional<std::string> text;
};

inline constexpr auto all = from<author>().left_join<book>();

template <class Row>
inline constexpr auto titles = stoa::subquery<"titles">(stoa::select_as<Row>(col<&book::title>));

static_assert(compiles(all.join_lateral(titles<perhaps>).select(titles<perhaps>[col<&perhaps::text>])));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(all.join_lateral(titles<title>).select(titles<title>[col<&title::text>])));
// [/wrong]
#endif

} // namespace app

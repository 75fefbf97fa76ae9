// expect: E201
// says: "author"
// SPDX-License-Identifier: BSL-1.0
// What is joined later is not there yet.

#include "../library.hpp"

namespace app {

struct title {
    std::string text;
};

inline constexpr auto titles = stoa::subquery<"titles">(
    from<book>().where(col<&book::author_id> == col<&author::id>).select_as<title>(col<&book::title>));
inline constexpr auto lent = col<&loan::lender_id> == col<&author::id>;

static_assert(compiles(from<loan>().join<author>(lent).join_lateral(titles).select(titles[col<&title::text>])));

#ifdef STOA_REJECT
static_assert(compiles(from<loan>().join_lateral(titles).join<author>(lent).select(titles[col<&title::text>])));
#endif

} // namespace app

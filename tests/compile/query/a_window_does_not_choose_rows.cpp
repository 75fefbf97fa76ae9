// expect: E228
// SPDX-License-Identifier: BSL-1.0
// Rows are numbered after they are chosen.

#include "../library.hpp"

namespace app {

struct line {
    std::string title;
    std::int64_t place;
};
inline constexpr auto place = stoa::row_number().over(stoa::sorted_by(col<&book::pages>));
inline constexpr auto lines = stoa::subquery<"lines">(from<book>().select_as<line>(col<&book::title>, place));

static_assert(compiles(from(lines).where(lines[col<&line::place>] < 10)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(place < 10).select(col<&book::title>)));
// [/wrong]
#endif

} // namespace app

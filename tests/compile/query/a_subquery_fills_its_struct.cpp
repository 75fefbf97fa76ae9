// expect: E223
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// No column would have the name of the second member.

#include "../library.hpp"

namespace app {

struct line {
    std::string title;
    std::int32_t pages;
};

static_assert(compiles(from(stoa::subquery<"lines">(from<book>().select_as<line>(col<&book::title>,
                                                                                 col<&book::pages>)))));

#ifdef STOA_REJECT
static_assert(compiles(from(stoa::subquery<"lines">(from<book>().select_as<line>(col<&book::title>)))));
#endif

} // namespace app

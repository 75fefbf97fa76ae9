// expect: E223
// SPDX-License-Identifier: BSL-1.0
// A column is used by its name.

#include "../library.hpp"

namespace app {

struct line {
    std::string title;
    std::int32_t pages;
};

static_assert(compiles(from(stoa::subquery<"lines">(from<book>().select_as<line>(col<&book::title>,
                                                                                 col<&book::pages>)))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from(stoa::subquery<"lines">(from<book>().select(col<&book::title>, col<&book::pages>)))));
// [/wrong]
#endif

} // namespace app

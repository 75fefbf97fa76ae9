// expect: E208
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// A book without an author has no name of one.

#include "../library.hpp"

namespace app {

struct line {
    std::string title;
    std::string author;
};

static_assert(compiles(from<book>().join<author>().select_as<line>(col<&book::title>, col<&author::name>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().left_join<author>().select_as<line>(col<&book::title>, col<&author::name>)));
// [/wrong]
#endif

} // namespace app

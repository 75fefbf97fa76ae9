// expect: E208
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// Authors without a motto are among the rows.

#include "../library.hpp"

namespace app {

struct line {
    std::string text;
};

static_assert(compiles(union_all(from<book>().select_as<line>(col<&book::title>),
                                 from<author>().select_as<line>(col<&author::name>))));

#ifdef STOA_REJECT
static_assert(compiles(union_all(from<book>().select_as<line>(col<&book::title>),
                                 from<author>().select_as<line>(col<&author::motto>))));
#endif

} // namespace app

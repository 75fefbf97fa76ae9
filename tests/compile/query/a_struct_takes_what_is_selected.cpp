// expect: E208
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// A title that can be missing does not fit in a text.

#include "../library.hpp"

namespace app {

struct line {
    std::string name;
    std::string motto;
};

static_assert(compiles(from<author>().select_as<line>(col<&author::name>, col<&author::name>)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<author>().select_as<line>(col<&author::name>, col<&author::motto>)));
// [/wrong]
#endif

} // namespace app

// expect: E208
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// There is one member per expression.

#include "../library.hpp"

namespace app {

struct line {
    std::string name;
};

static_assert(compiles(from<author>().select_as<line>(col<&author::name>)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().select_as<line>(col<&author::name>, col<&author::id>)));
#endif

} // namespace app

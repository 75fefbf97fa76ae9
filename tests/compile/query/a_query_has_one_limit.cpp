// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which of them would hold?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().limit(1).offset(1)));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().limit(1).limit(2)));
// [/wrong]
#endif

} // namespace app

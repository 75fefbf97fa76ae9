// expect: E297
// SPDX-License-Identifier: BSL-1.0
// Otherwise none would be found, and none would be wrong.

#include "../library.hpp"

#include "stoa/testing/verify_statements.hpp"

namespace app {

// A program that does not register its statements may include the header.
static_assert(compiles(from<book>()));

#ifdef STOA_REJECT
// [wrong]
inline bool all_fit(stoa::database& db) {
    return stoa::testing::verify_statements(db).empty();
}
// [/wrong]
#endif

} // namespace app

// expect: E297
// SPDX-License-Identifier: BSL-1.0
// Otherwise none would be found, and none would be wrong.

#ifndef STOA_REJECT
#define STOA_REGISTER_STATEMENTS
#endif

#include "../library.hpp"

#include "stoa/testing/verify_statements.hpp"

namespace app {

// [wrong]
inline bool all_fit(stoa::database& db) {
    return stoa::testing::verify_statements(db).empty();
}
// [/wrong]

} // namespace app

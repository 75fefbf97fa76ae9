// expect: E219
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// Checks and conditions of indexes count elements, and look at none.

#include "../notes.hpp"

namespace app {

using namespace stoa;

inline constexpr auto right = define<note>("notes", check(cardinality(col<&note::tags>) > 0));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = define<note>("notes", check(contains(col<&note::tags>, "sql")));
// [/wrong]
#endif

} // namespace app

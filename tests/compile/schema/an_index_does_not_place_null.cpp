// expect: E334
// SPDX-License-Identifier: BSL-1.0
// Only one database's indexes could.

#include "stoa/stoa.hpp"

#include <optional>

namespace app {

struct task {
    int id;
    std::optional<int> due;
};

using stoa::col, stoa::index;

inline constexpr auto right = index(desc(col<&task::due>));
#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = index(desc(col<&task::due>).nulls_last());
// [/wrong]
#endif

} // namespace app

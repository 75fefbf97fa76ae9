// expect: E232
// SPDX-License-Identifier: BSL-1.0
// SQLite would keep what does not fit.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<std::int64_t>(col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<std::int32_t>(col<&loan::id>);
// [/wrong]
#endif

} // namespace app

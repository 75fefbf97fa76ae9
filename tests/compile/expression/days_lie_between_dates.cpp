// expect: E231
// SPDX-License-Identifier: BSL-1.0
// Between times lie microseconds.

#include "../library.hpp"

#include "stoa/expression/date_time.hpp"

namespace app {

inline constexpr auto right = microseconds_between(col<&book::bought_at>, stoa::timestamp());

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = days_between(col<&book::bought_at>, stoa::timestamp());
// [/wrong]
#endif

} // namespace app

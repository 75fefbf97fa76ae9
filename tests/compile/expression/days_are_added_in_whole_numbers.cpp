// expect: E231
// SPDX-License-Identifier: BSL-1.0
// Half a day is twelve hours.

#include "../library.hpp"

#include "stoa/expression/date_time.hpp"

namespace app {

inline constexpr auto right = add_days(col<&book::bought_at>, col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = add_days(col<&book::bought_at>, 0.5);
// [/wrong]
#endif

} // namespace app

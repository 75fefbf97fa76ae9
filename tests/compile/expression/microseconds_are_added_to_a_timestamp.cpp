// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A date is a whole day.

#include "../library.hpp"

#include "stoa/expression/date_time.hpp"

namespace app {

inline constexpr auto right = add_microseconds(col<&book::bought_at>, 1);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = add_microseconds(stoa::value(stoa::date()), 1);
// [/wrong]
#endif

} // namespace app

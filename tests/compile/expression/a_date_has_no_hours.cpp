// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A date is a whole day.

#include "../library.hpp"

#include "stoa/expression/date_time.hpp"

namespace app {

inline constexpr auto right = extract<stoa::date_part::hour>(col<&book::bought_at>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = extract<stoa::date_part::hour>(stoa::value(stoa::date()));
// [/wrong]
#endif

} // namespace app

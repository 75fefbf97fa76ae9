// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A number has no year.

#include "../library.hpp"

#include "stoa/expression/date_time.hpp"

namespace app {

inline constexpr auto right = extract<stoa::date_part::year>(col<&book::bought_at>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = extract<stoa::date_part::year>(col<&book::pages>);
// [/wrong]
#endif

} // namespace app

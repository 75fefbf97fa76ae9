// expect: E204
// says: date_of
// SPDX-License-Identifier: BSL-1.0
// A text has no day.

#include "../library.hpp"

#include "stoa/expression/day.hpp"

namespace app {

inline constexpr auto right = stoa::date_of(col<&book::bought_at>);

#ifdef STOA_REJECT
inline const auto wrong = stoa::date_of(col<&book::title>);
#endif

} // namespace app

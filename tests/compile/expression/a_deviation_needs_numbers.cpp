// expect: E231
// SPDX-License-Identifier: BSL-1.0
// Texts have no mean.

#include "../library.hpp"

#include "stoa/expression/statistics.hpp"

namespace app {

inline constexpr auto right = stddev_samp(col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stddev_samp(col<&book::title>);
// [/wrong]
#endif

} // namespace app

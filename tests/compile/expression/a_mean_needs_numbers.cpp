// expect: E204
// says: sum and avg
// SPDX-License-Identifier: BSL-1.0
// Nor has it a mean.

#include "../library.hpp"

namespace app {

inline constexpr auto right = avg(col<&book::pages>);

#ifdef STOA_REJECT
inline const auto wrong = avg(col<&book::bought_at>);
#endif

} // namespace app

// expect: E204
// says: min and max
// SPDX-License-Identifier: BSL-1.0
// Some database has no largest boolean.

#include "../library.hpp"

namespace app {

inline constexpr auto right = max(col<&book::bought_at>);

#ifdef STOA_REJECT
inline const auto wrong = max(col<&book::lent>);
#endif

} // namespace app

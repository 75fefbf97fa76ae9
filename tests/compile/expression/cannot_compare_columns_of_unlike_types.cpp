// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Columns compare as their C++ types do.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::author_id> == col<&author::id>;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::author_id> == col<&author::name>;
#endif

} // namespace app

// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Nothing is less than NULL, and nothing greater.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::year> == std::nullopt;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::year> >= std::nullopt;
#endif

} // namespace app

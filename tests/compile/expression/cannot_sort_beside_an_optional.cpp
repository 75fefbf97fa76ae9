// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Nothing is less than NULL, and nothing greater.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::year> < 1900;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::year> < std::optional<int>(1900);
#endif

} // namespace app

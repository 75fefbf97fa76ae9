// expect: E205
// SPDX-License-Identifier: BSL-1.0
// The field could not be read back.

#include "../library.hpp"

namespace app {

inline constexpr auto right = (col<& book::year> = std::nullopt);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = (col<& book::pages> = std::nullopt);
// [/wrong]
#endif

} // namespace app

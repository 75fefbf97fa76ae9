// expect: E205
// SPDX-License-Identifier: BSL-1.0
// The value of an optional column can be NULL.

#include "../library.hpp"

namespace app {

inline constexpr auto right = (col<& book::year> = col<&book::pages>);

#ifdef STOA_REJECT
inline const auto wrong = (col<& book::pages> = col<&book::year>);
#endif

} // namespace app

// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A null pointer is not the empty text.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::title> == "";

#ifdef STOA_REJECT
inline const auto wrong = col<&book::title> == nullptr;
#endif

} // namespace app

// expect: E214
// SPDX-License-Identifier: BSL-1.0
// A floating point number is no exact factor.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::price> * stoa::decimal<1, 1>("0.9");

#ifdef STOA_REJECT
inline const auto wrong = col<&book::price> * 0.9;
#endif

} // namespace app

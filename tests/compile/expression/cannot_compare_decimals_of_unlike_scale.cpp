// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Where decimals are kept as integers, the scales would have to be equal.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::price> < stoa::decimal<10, 2>("9.99");

#ifdef STOA_REJECT
inline const auto wrong = col<&book::price> < col<&book::weight>;
#endif

} // namespace app

// expect: E260
// SPDX-License-Identifier: BSL-1.0
// The digits behind the point of both factors are those of the product.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::price> * col<&book::weight>;

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&book::price> * stoa::decimal<18, 17>("0.00000000000000001");
// [/wrong]
#endif

} // namespace app

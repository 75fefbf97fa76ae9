// expect: E105
// says: decimal<19, 2>
// SPDX-License-Identifier: BSL-1.0
// The next digit would not fit in 64 bits.

#include "stoa/types/decimal.hpp"

namespace app {

inline constexpr stoa::decimal<18, 2> total{};

#ifdef STOA_REJECT
// [wrong]
inline constexpr stoa::decimal<19, 2> wrong{};
// [/wrong]
#endif

} // namespace app

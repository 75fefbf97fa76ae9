// expect: E105
// says: decimal<4, 5>
// SPDX-License-Identifier: BSL-1.0
// The scale is part of the precision.

#include "stoa/types/decimal.hpp"

namespace app {

inline constexpr stoa::decimal<5, 5> share{};

#ifdef STOA_REJECT
inline constexpr stoa::decimal<4, 5> wrong{};
#endif

} // namespace app

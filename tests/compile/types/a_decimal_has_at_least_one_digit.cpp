// expect: E105
// says: decimal<0, 0>
// SPDX-License-Identifier: BSL-1.0
// A number without digits holds nothing.

#include "stoa/types/decimal.hpp"

namespace app {

inline constexpr stoa::decimal<18, 2> total{};

#ifdef STOA_REJECT
inline constexpr stoa::decimal<0, 0> wrong{};
#endif

} // namespace app

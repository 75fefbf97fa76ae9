// expect: E105
// says: decimal<4, -1>
// SPDX-License-Identifier: BSL-1.0
// Rounding to tens is not a type both databases have.

#include "stoa/types/decimal.hpp"

namespace app {

inline constexpr stoa::decimal<5, 5> share{};

#ifdef STOA_REJECT
inline constexpr stoa::decimal<4, -1> wrong{};
#endif

} // namespace app

// expect: E231
// SPDX-License-Identifier: BSL-1.0
// Numbers are cast to text first.

#include "../library.hpp"

#include "stoa/expression/string_agg.hpp"

namespace app {

inline const auto right = string_agg(col<&book::title>, ", ");

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = string_agg(col<&book::pages>, ", ");
// [/wrong]
#endif

} // namespace app

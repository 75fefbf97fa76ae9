// expect: E203
// SPDX-License-Identifier: BSL-1.0
// WHEN asks a question.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = case_when(col<&book::lent>, 1);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = case_when(col<&book::pages>, 1);
// [/wrong]
#endif

} // namespace app

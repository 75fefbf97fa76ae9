// expect: E231
// SPDX-License-Identifier: BSL-1.0
// A number is no part of a text.

#include "../library.hpp"

#include "stoa/expression/text.hpp"

namespace app {

inline const auto right = contains(col<&book::title>, "1");

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = contains(col<&book::title>, 1);
// [/wrong]
#endif

} // namespace app

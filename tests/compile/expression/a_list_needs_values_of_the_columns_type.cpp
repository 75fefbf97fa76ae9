// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A list is compared value by value.

#include "../library.hpp"

namespace app {

inline const auto right = col<&book::pages>.in({1, 2});

#ifdef STOA_REJECT
inline const auto wrong = col<&book::pages>.in({"1", "2"});
#endif

} // namespace app

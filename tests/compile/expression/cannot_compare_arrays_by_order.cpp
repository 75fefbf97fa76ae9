// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Databases do not agree on an order of arrays.

#include "../notes.hpp"

namespace app {

inline constexpr auto right = col<&note::tags> == col<&note::tags>;

#ifdef STOA_REJECT
inline const auto wrong = col<&note::tags> < std::vector<std::string>{"sql"};
#endif

} // namespace app

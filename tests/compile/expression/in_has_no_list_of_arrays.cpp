// expect: E218
// says: IN has no lists of arrays
// SPDX-License-Identifier: BSL-1.0
// An array is compared as a whole, one at a time.

#include "../notes.hpp"

namespace app {

inline const auto right = col<&note::tags> == std::vector<std::string>{"sql"};

#ifdef STOA_REJECT
inline const auto wrong = col<&note::tags>.in(std::vector<std::vector<std::string>>{});
#endif

} // namespace app

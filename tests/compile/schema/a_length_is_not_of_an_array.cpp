// expect: E305
// SPDX-License-Identifier: BSL-1.0
// Only a text has characters.

#include "../notes.hpp"

namespace app {

using namespace stoa;

inline constexpr auto right = define<note>("notes", column(col<&note::text>).max_length(5));

#ifdef STOA_REJECT
inline const auto wrong = define<note>("notes", column(col<&note::tags>).max_length(5));
#endif

} // namespace app

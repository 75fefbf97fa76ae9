// expect: E230
// SPDX-License-Identifier: BSL-1.0
// Enumerators are sorted by their names in one database and as declared in another.

#include "../library.hpp"

#include "stoa/expression/conditional.hpp"

namespace app {

inline constexpr auto right = greatest(col<&book::pages>, 10);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = greatest(col<&book::kind>, format::ebook);
// [/wrong]
#endif

} // namespace app

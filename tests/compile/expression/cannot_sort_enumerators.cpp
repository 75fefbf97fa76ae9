// expect: E202
// SPDX-License-Identifier: BSL-1.0
// They are kept by name, and would sort by it.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::kind> != format::ebook;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::kind> < format::ebook;
#endif

} // namespace app

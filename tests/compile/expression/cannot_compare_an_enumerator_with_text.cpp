// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A misspelt name would find nothing; an enumerator cannot be misspelt.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::kind> == format::ebook;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::kind> == "ebook";
#endif

} // namespace app

// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Databases do not agree on an order of documents.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::notes> == col<&book::notes>;

#ifdef STOA_REJECT
inline const auto wrong = col<&book::notes> < col<&book::notes>;
#endif

} // namespace app

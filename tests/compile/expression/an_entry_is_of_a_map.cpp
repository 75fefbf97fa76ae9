// expect: E217
// says: no map
// SPDX-License-Identifier: BSL-1.0
// The members of a record are named by pointers.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = col<&book::meta, &book_meta::titles, key<"de">>;

#ifdef STOA_REJECT
inline constexpr auto wrong = col<&book::meta, &book_meta::dimensions, key<"width">>;
#endif

} // namespace app

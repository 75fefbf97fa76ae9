// expect: E217
// says: no quotation mark
// SPDX-License-Identifier: BSL-1.0
// SQLite's paths cannot name it.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = col<&book::meta, &book_meta::titles, key<"it's $.a[0]">>;

#ifdef STOA_REJECT
inline constexpr auto wrong = col<&book::meta, &book_meta::titles, key<"a\"b">>;
#endif

} // namespace app

// expect: E262
// says: entries are those
// SPDX-License-Identifier: BSL-1.0
// A list has elements.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = stoa::entries<"title">(col<&book::meta, &book_meta::titles>);

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::entries<"tag">(col<&book::meta, &book_meta::tags>);
#endif

} // namespace app

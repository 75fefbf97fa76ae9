// expect: E262
// says: elements are those
// SPDX-License-Identifier: BSL-1.0
// A map has entries.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = stoa::elements<"tag">(col<&book::meta, &book_meta::tags>);

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = stoa::elements<"title">(col<&book::meta, &book_meta::titles>);
// [/wrong]
#endif

} // namespace app

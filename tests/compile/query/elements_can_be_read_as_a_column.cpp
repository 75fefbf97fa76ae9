// expect: E262
// says: elements are those
// SPDX-License-Identifier: BSL-1.0
// Databases read no guid out of a document.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = stoa::elements<"chapter">(col<&book::meta, &book_meta::chapters>);

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::elements<"owner">(col<&book::meta, &book_meta::owners>);
#endif

} // namespace app

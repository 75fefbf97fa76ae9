// expect: E263
// says: of an unlike type
// SPDX-License-Identifier: BSL-1.0
// A text is no number of pages.

#include "../documents.hpp"

namespace app {

inline const auto right = (col<&book::meta, &book_meta::pages> = 5);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = (col<&book::meta, &book_meta::pages> = "five");
// [/wrong]
#endif

} // namespace app

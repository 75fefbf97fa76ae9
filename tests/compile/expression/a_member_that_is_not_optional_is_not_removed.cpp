// expect: E263
// says: only what can be missing is removed
// SPDX-License-Identifier: BSL-1.0
// A book without pages could not be read again.

#include "../documents.hpp"

namespace app {

inline const auto right = remove(col<&book::meta, &book_meta::tags, at<0>>);

#ifdef STOA_REJECT
inline const auto wrong = remove(col<&book::meta, &book_meta::pages>);
#endif

} // namespace app

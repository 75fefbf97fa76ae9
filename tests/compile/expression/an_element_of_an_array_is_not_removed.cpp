// expect: E263
// says: only what can be missing is removed
// SPDX-License-Identifier: BSL-1.0
// A std::array has its length.

#include "../documents.hpp"

namespace app {

inline const auto right = (col<&book::meta, &book_meta::range, at<0>> = 1);

#ifdef STOA_REJECT
inline const auto wrong = remove(col<&book::meta, &book_meta::range, at<0>>);
#endif

} // namespace app

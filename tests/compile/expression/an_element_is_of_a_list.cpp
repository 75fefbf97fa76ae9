// expect: E217
// says: no list
// SPDX-License-Identifier: BSL-1.0
// A map has entries, a record members.

#include "../documents.hpp"

namespace app {

inline constexpr auto right = col<&book::meta, &book_meta::chapters, at<-1>, &chapter::title>;

#ifdef STOA_REJECT
inline constexpr auto wrong = col<&book::meta, &book_meta::titles, at<0>>;
#endif

} // namespace app

// expect: E264
// says: only the elements of a list
// SPDX-License-Identifier: BSL-1.0
// A record has no number of elements.

#include "../documents.hpp"

namespace app {

inline const auto right = cardinality(col<&book::meta, &book_meta::tags>) + cardinality(col<&book::note>);

#ifdef STOA_REJECT
inline const auto wrong = cardinality(col<&book::meta>);
#endif

} // namespace app

// expect: E266
// SPDX-License-Identifier: BSL-1.0
// The document is given whole.

#include "../documents.hpp"

namespace app {

inline const auto change = (col<& book::title> = "x");
inline const auto right = update<book>().set(change, col<&book::meta, &book_meta::pages> = 5);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong =
    stoa::insert_into<book>().values(col<& book::id> = 1, col<&book::meta, &book_meta::pages> = 5);
// [/wrong]
#endif

} // namespace app

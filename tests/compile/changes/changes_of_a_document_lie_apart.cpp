// expect: E267
// says: "meta"
// SPDX-License-Identifier: BSL-1.0
// Which one comes first would matter.

#include "../documents.hpp"

namespace app {

inline const auto right = update<book>().set(col<&book::meta, &book_meta::pages> = 5,
                                             col<&book::meta, &book_meta::dimensions, &size::width> = 1.0,
                                             col<&book::meta, &book_meta::dimensions, &size::height> = 1.0);
static_assert(compiles_as<decltype(right)>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = update<book>().set(col<&book::meta, &book_meta::dimensions> = size{1, 2},
                                             col<&book::meta, &book_meta::dimensions, &size::width> = 1.0);
static_assert(compiles_as<decltype(wrong)>);
// [/wrong]
#endif

} // namespace app

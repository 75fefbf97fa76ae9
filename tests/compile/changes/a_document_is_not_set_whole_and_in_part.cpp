// expect: E267
// says: "meta"
// SPDX-License-Identifier: BSL-1.0
// Which one comes first would matter.

#include "../documents.hpp"

namespace app {

inline const auto right = update<book>().set(col<&book::meta, &book_meta::tags, at<0>> = "a",
                                             col<&book::meta, &book_meta::tags, at<1>> = "b");
static_assert(compiles_as<decltype(right)>);

#ifdef STOA_REJECT
inline const auto wrong = update<book>().set(col<& book::meta> = book_meta(), col<&book::meta, &book_meta::pages> = 5);
static_assert(compiles_as<decltype(wrong)>);
#endif

} // namespace app

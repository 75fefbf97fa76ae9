// expect: E264
// says: a document contains another document
// SPDX-License-Identifier: BSL-1.0
// A record is given as a document, an element as itself.

#include "../documents.hpp"

namespace app {

inline const auto right = contains(col<&book::meta, &book_meta::tags>, "spice") &&
                          contains(col<&book::meta, &book_meta::dimensions>, stoa::json(size{1, 2}));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = contains(col<&book::meta, &book_meta::tags>, 7);
// [/wrong]
#endif

} // namespace app

// expect: E263
// SPDX-License-Identifier: BSL-1.0
// A book without pages could not be read again.

#include "../documents.hpp"

namespace app {

inline const auto right = (col<&book::meta, &book_meta::dimensions> = std::nullopt);

#ifdef STOA_REJECT
inline const auto wrong = (col<&book::meta, &book_meta::pages> = std::nullopt);
#endif

} // namespace app

// expect: E108
// SPDX-License-Identifier: BSL-1.0
// A text that happens to be JSON is a text.

#include "../library.hpp"

namespace app {

using stoa::column, stoa::define;

inline const auto right = define<book>("books", column(col<&book::notes>).plain_json());

#ifdef STOA_REJECT
inline const auto wrong = define<book>("books", column(col<&book::title>).plain_json());
#endif

} // namespace app

// expect: E217
// says: at<place> and key
// SPDX-License-Identifier: BSL-1.0
// Array columns have elements(...) and contains(...).

#include "../documents.hpp"

namespace app {

inline const auto right = contains(col<&book::meta, &book_meta::tags>, stoa::json_document());

#ifdef STOA_REJECT
inline constexpr auto wrong = col<&book::lists, at<0>>;
#endif

} // namespace app

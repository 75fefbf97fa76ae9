// expect: E209
// SPDX-License-Identifier: BSL-1.0
// The row, its group or its ties.

#include "../library.hpp"

namespace app {

using stoa::current_row, stoa::sorted_by, stoa::unbounded_preceding;
inline constexpr auto rows = sorted_by(col<&book::price>).rows_between(unbounded_preceding, current_row);
inline constexpr auto good = rows.exclude_ties();

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto bad = rows.exclude_ties().exclude_group();
// [/wrong]
#endif

} // namespace app

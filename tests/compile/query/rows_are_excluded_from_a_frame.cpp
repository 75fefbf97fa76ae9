// expect: E222
// SPDX-License-Identifier: BSL-1.0
// Only a frame has rows to leave out.

#include "../library.hpp"

namespace app {

using stoa::current_row, stoa::sorted_by, stoa::unbounded_preceding;
inline constexpr auto rows = sorted_by(col<&book::price>);
inline constexpr auto good = rows.rows_between(unbounded_preceding, current_row).exclude_current_row();

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto bad = rows.exclude_current_row();
// [/wrong]
#endif

} // namespace app

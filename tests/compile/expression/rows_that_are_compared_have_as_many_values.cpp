// expect: E275
// SPDX-License-Identifier: BSL-1.0
// Rows are compared value by value.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

inline constexpr auto title_and_pages = row(col<&book::title>, col<&book::pages>);

static_assert(compiles(from<book>().where(title_and_pages == stoa::row("Iliad", 7))));

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = from<book>().where(title_and_pages == stoa::row("Iliad"));
// [/wrong]
#endif

} // namespace app

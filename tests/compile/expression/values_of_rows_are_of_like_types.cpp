// expect: E202
// SPDX-License-Identifier: BSL-1.0
// Every value of a row is compared with its partner.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

inline constexpr auto title_and_pages = row(col<&book::title>, col<&book::pages>);

static_assert(compiles(from<book>().where(title_and_pages == stoa::row("Iliad", 7))));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<book>().where(title_and_pages == stoa::row("Iliad", "7"));
#endif

} // namespace app

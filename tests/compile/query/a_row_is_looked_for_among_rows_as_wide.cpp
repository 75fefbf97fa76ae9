// expect: E275
// SPDX-License-Identifier: BSL-1.0
// A query of whole records, or of another number of expressions, has no partner for every value.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

inline constexpr auto title_and_pages = row(col<&book::title>, col<&book::pages>);

static_assert(compiles(from<book>().where(title_and_pages.in(from<book>().select(col<&book::title>,
                                                                                 col<&book::pages>)))));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<book>().where(title_and_pages.in(from<book>().select(col<&book::title>)));
#endif

} // namespace app

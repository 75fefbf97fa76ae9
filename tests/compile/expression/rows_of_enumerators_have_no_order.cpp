// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A row has an order only where all its values have one.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

inline constexpr auto kind_and_pages = row(col<&book::kind>, col<&book::pages>);

static_assert(compiles(from<book>().where(kind_and_pages == stoa::row(format::ebook, 7))));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<book>().where(kind_and_pages < stoa::row(format::ebook, 7));
#endif

} // namespace app

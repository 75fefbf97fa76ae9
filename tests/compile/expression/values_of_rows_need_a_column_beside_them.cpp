// expect: E275
// SPDX-License-Identifier: BSL-1.0
// Of two C++ values the database need not be asked.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

static_assert(compiles(from<book>().where(row(col<&book::title>, 1) < stoa::row("Iliad", col<&book::pages>))));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<book>().where(row(col<&book::title>, 1) < stoa::row("Iliad", 2));
#endif

} // namespace app
